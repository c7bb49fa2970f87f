# Three consents, each by itself. Sam says no to one, thinks again about another, and sends.
Taps: Continue | No | Yes | 18 or over | Continue | Yes, keep them | Ask a person to contact me
Taps: Metropolitan Police (London) | Skip | I agree | I'll contact you | Send
Taps: Continue | Continue | Go on | Add more
Bot: May I keep what you add until you send or delete it?
Taps: Yes, keep them
Taps: None | Sharing
Bot: May the team share what you sent with another law firm
Taps: No
Bot: May the team use what you sent to show what happens to many people?
Taps: Yes
Bot: May the team keep what you sent for longer
Taps: Skip | I agree
-> kept: Share with another law firm: No
-> kept: Keep it longer: skipped
Taps: Change something | Share with another law firm | Yes
Bot: This is what will be sent.
Taps: Change something | Use it to show a pattern | No
Taps: Change something | Keep it longer | No | Change something | Keep it longer | Yes | Send
-> sent: Share with another law firm: Yes
-> sent: Use it to show a pattern: No
-> sent: Keep it longer: Yes
