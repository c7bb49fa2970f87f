# He told no age; he was under 18 and it was this year. Nothing more is asked about it.
Taps: Continue | No | Yes | I'd rather not say | Continue | Yes, keep them
Taps: Answer some questions first | Yes, to me | No | Metropolitan Police (London)
Person: the week of the school play
Taps: Back | Earlier in 2026 | That is near enough | It happened once | Yes
Bot: This chat is for adults, so it will not ask what happened.
Taps: Show me support | Back | Ask a person to contact me
Bot: May a person from Example Legal Team read this and contact you?
Taps: Yes | Phone
Person: 07700 900123
Taps: Mornings | That's all | Neither | Skip | Skip | Skip
Bot: This is what will be sent.
-> not kept: school play
Taps: Send
-> queue: Q10_MINOR_NOW by rule minor-now
-> because: child yes
