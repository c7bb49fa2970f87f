# At 16 nothing typed is kept, and words of crisis still bring the card: Childline comes first.
Taps: Continue | No | Yes | Under 18
Bot: This chat is for adults, so it will not ask what happened.
Person: i wanna kms
Bot: Thank you for writing that.
Bot: Childline: call 0800 1111, day and night.
Not: If you send later
Taps: Carry on
Bot: What you typed last is not kept.
-> nothing kept
Taps: Ask a person to contact me | Continue | Yes, keep them
Bot: May a person from Example Legal Team read this and contact you?
Person: ive been cutting myself
Bot: Childline: call 0800 1111, day and night.
Bot: If you send later, the team can see that I showed these numbers.
Taps: Carry on
Bot: What you typed last is not kept.
-> not kept: cutting
Taps: Yes | I'll contact you | Send
-> queue: Q10_MINOR_NOW by rule minor-now
