# At the review she changes lines, removes one, and comes straight back each time.
Taps: Continue | No | Yes | 18 or over | Continue | Yes, keep them | Answer some questions first
Taps: Yes, to me | No
Person: cardiff
Taps: South Wales Police
Taps: 2022 to 2024 | Not sure which | It happened once | No | No | It has ended | Not sure | No
Taps: Add what happened | Continue | In my own words
Person: It is hard to put into words.
Person: {long}
Taps: Keep the first part
Taps: Custody staff | It was online | Carry on | I agree
Person: 4321
Taps: Phone
Person: 07700 900000
Taps: Any time | That's all | Text only
Taps: Just ring off
Person: M.
Taps: More time | That's all | An apology | That's all
Bot: This is what will be sent.
Taps: Change something | Back | Change something | How to reach you | Change | Email
Bot: That does not fit your new answer, so it is removed: Phone number
Person: someone@example.org
Bot: This is what will be sent.
-> kept: Email address: someone@example.org
-> not kept: 07700
Taps: Change something | Person from the police | Change
Person: 8765
Bot: This is what will be sent.
Taps: Change something | Person from the police | Show | Change | Back
Taps: Change something | Person from the police | Show | Remove
-> not kept: 8765
Taps: Change something | Police force | Change
Person: Swansea
Taps: South Wales Police
Bot: You can ask this team about
Taps: Change something | Person from the police
Person: 99
Taps: Change something | Person from the police | Remove
Taps: Change something | Police or court case | Change | About me
Bot: There may be a case, so I removed some answers that could be used there: How to say what happened, In your own words, What would help.
Bot: While there is a case, or may be one
Taps: Continue | Leave it for a person
Bot: This is what will be sent.
Taps: Keep for now | Carry on
Taps: Send
-> queue: Q2_LIVE_CRIMINAL by rule live-criminal
