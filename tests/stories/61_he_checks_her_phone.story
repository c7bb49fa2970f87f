# The wife of a serving officer. He checks her phone, so she leaves as soon as she hears the door.
Taps: Continue | Yes
Bot: This is about Telegram on this phone.
Taps: Continue | Yes | 18 or over | Continue | Yes, keep them
Bot: To open your answers again later
Person: marigold
Taps: Answer some questions first | Yes, to me | No
Person: Brentwood
Taps: Essex Police
Taps: Skip | Yes
Bot: This may or may not fit what happened.
Taps: Carry on | No | We live together
Bot: Someone close may know your codes
Person: stop
-> stranger
Person: /start
-> stranger
Person: /mydata
-> stranger
Person: marigold
Bot: Your answers are kept. Would you like to carry on?
Not: Essex
Taps: Carry on | Continue | None | Neither | No | Send what I have | I agree | I don't know it
Not: In this chat
Taps: I'll contact you
Bot: Short time limits can apply
Taps: Skip | Skip | Send
-> queue: Q0_SAFETY by rule safety
Taps: Continue
Bot: You can reach Example Legal Team at 0000 000 0000
Taps: Continue | Go on
Bot: Here are some numbers and places you can use.
Taps: Clear this chat
-> stranger
