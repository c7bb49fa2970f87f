# Days later her number is no longer safe. She gives another way; then she wants no contact at all.
Taps: Continue | No | Yes | 18 or over | Continue | Yes, keep them | Ask a person to contact me
Taps: Metropolitan Police (London) | Neither | I agree | Text message
Person: 07700 900999
Taps: Any time | That's all | Skip | Skip | Send | Continue | Go on | Add more | Yes, keep them
Taps: None | Reaching me | No, please use another way
Bot: I pass this on when you send it. People read these on working days only. Until then, the team may still use a way that you gave before.
Taps: Continue | Yes | I agree
Bot: How can the team reach you?
Not: In this chat
Taps: Email
Person: new@example.org
Person: Jo
Bot: If the team rings you, may its number be hidden?
Taps: Skip | Only me
-> kept: Way to reach you still safe: No, please use another way
-> kept: Email address: new@example.org
Taps: Send | Continue | Go on | Add more | Yes, keep them
Taps: None | Reaching me | No, please do not contact me
Bot: I pass this on when you send it.
Taps: Continue
Bot: May people at Example Legal Team read what you send, to see what is possible? They get this only after Send, and contact you only where you said.
Taps: I agree
Bot: This is what will be sent.
Taps: Send
-> sent: Way to reach you still safe: No, please do not contact me
Bot: You asked for no contact. The team sees that when they read this, on working days only.
Taps: Continue
Bot: Here is your code, if you want to keep it.
