# Grace says what, in her own view, was part of it. Nobody asks her to prove it.
Taps: Continue | No | Yes | 18 or over | Continue | Yes, keep them | Ask a person to contact me
Taps: Metropolitan Police (London) | Skip | I agree | I'll contact you | Send
Taps: Continue | Continue | Go on | Add more
Bot: May I keep what you add until you send or delete it?
Taps: Yes, keep them
Taps: None | Being treated differently
Bot: In your own view, was any of these part of it?
Taps: Sex | Race | That's all | I agree | Send
-> sent: What was part of it: Sex, Race
