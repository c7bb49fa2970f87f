# Three consents, then another language before Send: each is asked again in it, and nothing less
# than her yes in that language is sent.
Taps: Continue | No | Yes | 18 or over | Continue | Yes, keep them | Ask a person to contact me
Taps: Metropolitan Police (London) | Skip | I agree | I'll contact you | Send
Taps: Continue | Continue | Go on | Add more | Yes, keep them | None | Sharing
Taps: Yes | No | Yes | I agree
Bot: This is what will be sent.
Taps: More | Language | Marked
Bot: ·In this language I will ask this again before you send: ·The team may read it·, ·Share with another law firm·, ·Use it to show a pattern·, ·Keep it longer.
Taps: ·Send
Bot: ·May the team share what you sent with another law firm
Taps: ·Yes
Bot: ·May the team use what you sent to show what happens to many people?
Taps: ·Yes
Bot: ·May the team keep what you sent for longer
Taps: ·Skip
Bot: ·May people at
Taps: ·I agree
Bot: ·This is what will be sent.
Taps: ·Send
-> sent: Share with another law firm: ·Yes
-> sent: Use it to show a pattern: ·Yes
