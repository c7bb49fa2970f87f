# Joan says what messages there are, sends none of them, and later that others were affected.
Taps: Continue | No | Yes | 18 or over | Continue | Yes, keep them | Ask a person to contact me
Taps: Metropolitan Police (London) | Skip | I agree | I'll contact you | Send
Taps: Continue | Continue | Go on | Add more
Bot: May I keep what you add until you send or delete it?
Taps: Yes, keep them
Taps: None | Evidence
Bot: What is there to look at later?
Person: <photo>
Bot: I have removed that from this chat. It was not kept.
Taps: Messages | Police camera or CCTV | A witness | That's all
Bot: If it is safe, keep things as they are, and where they are.
Taps: Continue | I agree | Send
-> sent: Evidence: Messages, Police camera or CCTV, A witness
Taps: Continue | Go on | Add more | Yes, keep them | None
Bot: What would you like to add?
Taps: Others affected
Bot: Do you know of others it happened to? No names are asked for.
Taps: Maybe | I agree
Not: Messages
Taps: Send
-> sent: Others affected: Maybe
