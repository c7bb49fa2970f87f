# Days later, on another phone, she types her code and adds to what she sent.
Taps: Continue | No | Yes | 18 or over | Continue | Yes, keep them | Ask a person to contact me
Taps: Metropolitan Police (London) | Both
Bot: What is the date on the letter? The nearest is fine.
Taps: In the last month | Not sure which
Bot: When is it? The nearest is fine.
Taps: This week | That is near enough | I agree | I'll contact you | Send
-> queue: Q1_DEADLINE by rule deadline
Taps: Continue | Continue | Go on | Clear this chat
-> stranger
Taps: More | I have a code
Bot: Please type your code. It has 20 digits.
Person: 11111 22222 33333 44444
Bot: I found nothing under that code.
Taps: Type it again
Person: {code}
Bot: What would you like to do with this code?
Taps: See where it is | Back
Person: {code}
Taps: Withdraw it | No, leave it
Person: {code}
Taps: Add more
Bot: One question about this phone first.
Taps: No | Yes | 18 or over
Bot: May I keep what you add until you send or delete it?
Taps: Yes, keep them
Not: Part 1 of 3
Bot: Is there an investigation, or a court case, linked to this?
Taps: None | What happened | Continue | In my own words
Person: There is one more thing.
Taps: That's all | Skip | Skip | Carry on | I agree
Bot: This is what will be sent.
Not: Metropolitan
Person: /add {code}
Bot: Please send or delete this draft first.
Taps: Send
Bot: Thank you. It is sealed for the same team, and can take a while
-> sent: In your own words: There is one more thing.
Taps: Continue | Go on | Add more
Bot: May I keep what you add until you send or delete it?
Taps: No
Bot: That is fine. Nothing new has been kept.
