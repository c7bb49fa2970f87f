# After sending she looks where it is, and then withdraws it.
Taps: Continue | No | Yes | 18 or over | Continue | Yes, keep them | Ask a person to contact me
Taps: Not sure | I'd rather not say | I agree | I'll contact you | Send
-> queue: Q5_OTHER_FORCE_EW by rule other-force
Taps: More | Has it arrived?
Bot: It is sealed and waiting to be handed over.
(staff say arrived)
Taps: Back
Person: /status
Bot: It has arrived.
(staff say read)
Person: /status
Bot: A person has read it.
(staff say tried)
Person: /status
Bot: The team tried to reach you.
(staff say contact_us)
Person: /status
Bot: Please contact the team: 0000 000 0000
Taps: Back
Person: /delete
Bot: Your draft is deleted already.
Taps: Withdraw what I sent
Bot: Shall I ask the team to delete what you sent?
Taps: No, leave it | More | Withdraw it | Yes, withdraw it
Bot: We have asked the team to delete it.
Taps: Back
Not: Thank you.
Bot: Here are some numbers and places you can use.
Person: /delete
Bot: Your draft is deleted already. We have asked the team to delete what you sent.
Not: Withdraw what I sent
Taps: Back
Person: /withdraw
Bot: We have asked the team to delete it.
Taps: Back | More
Not: Add more
Not: Withdraw it
Taps: Back
Person: /delete
Taps: Clear this chat
-> stranger
