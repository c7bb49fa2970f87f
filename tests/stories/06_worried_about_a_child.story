# Someone asks for a young person. No account is taken; child protection comes first.
Taps: Continue | No | Yes | 18 or over | Continue | Yes, keep them | Answer some questions first
Taps: I am asking for someone else | Carry on | Not sure
Taps: Back | I'd rather not say | Back | Yes
Bot: For anyone under 18, this chat does not ask what happened.
Taps: Show me support | Back | Ask a person to contact me | I agree | I'll contact you
Bot: Short time limits can apply
Bot: This is what will be sent.
Taps: Send
-> queue: Q10_MINOR_NOW by rule minor-now
-> because: other_minor_now yes
Taps: Continue
Bot: You can reach Example Legal Team at 0000 000 0000
Taps: Continue
Bot: The team does not need this code to read what you sent. It lets you check or withdraw.
Taps: Copy the code
Bot: Copied.
Taps: Go on | Show the code again
Not: It lets you add
Taps: Go on
Not: Add more
