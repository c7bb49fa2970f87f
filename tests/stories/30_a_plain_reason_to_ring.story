# Leila's phone is picked up by others at home. She adds how the team can ring with less risk.
Taps: Continue | No | Yes | 18 or over | Continue | Yes, keep them | Ask a person to contact me
Taps: Metropolitan Police (London) | Skip | I agree | I'll contact you | Send
Taps: Continue | Continue | Go on | Add more
Bot: May I keep what you add until you send or delete it?
Taps: Yes, keep them
Taps: None | Reaching me
Taps: Yes, it is still safe
Bot: Are you worried that someone could make trouble for you over this?
Taps: Yes
Bot: May people at Example Legal Team read what you send
Taps: I agree
Bot: If the team rings you, may its number be hidden?
Taps: No
Bot: If the team rings you, who else might pick up?
Taps: Someone who must not know
Bot: If someone else answers, what should the team do?
Person: say it is Alex, about our talk
Bot: This is what will be sent.
Taps: Send
-> sent: Ring from a hidden number: No
-> sent: If someone else answers: say it is Alex, about our talk
