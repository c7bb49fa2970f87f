# A 16-year-old cadet. Nothing about what happened is asked, and what is typed of it is not kept.
Taps: Continue | Not sure | Continue | Yes | Under 18
Bot: This chat is for adults, so it will not ask what happened. Childline is free
Taps: Show me support
Bot: Childline: call 0800 1111
Taps: Back | Ask a person to contact me | Continue | Yes, keep them | No word
Bot: May a person from Example Legal Team read this and contact you?
Person: the officer who runs cadets keeps texting me
-> not kept: texting
Taps: Yes | I'll contact you | Send
-> queue: Q10_MINOR_NOW by rule minor-now
-> not kept: texting
Taps: Continue | Continue | Go on
Bot: Childline
Not: Add more
Person: add
Bot: I do not ask more here.
Taps: Show me support | Back | Clear this chat
-> stranger
