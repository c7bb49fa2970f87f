# She is deaf and wants text messages, and support that she can use.
Taps: Continue | No | Yes | 18 or over | Continue | Yes, keep them | Answer some questions first
Taps: Help | More services | For someone in particular | Deaf people
Bot: SignHealth
Taps: Back | Back | Yes, to me | No | Metropolitan Police (London)
Taps: Skip | It happened once | No | We are partners, or were
Bot: Someone close may know your codes
Taps: Continue | None | Neither | No | Send what I have | I agree | I don't know it
Not: In this chat
Taps: Text message
Person: 07700 900321
Taps: Any time | That's all
Person: J.
Taps: British Sign Language (BSL) | That's all | Skip
-> kept: How to reach you: Text message
-> kept: Phone number: 07700 900321
Taps: Send
-> queue: Q9_PPDA by rule partner
