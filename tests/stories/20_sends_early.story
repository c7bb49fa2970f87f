# After two questions she has had enough: she sends what she has, and is asked only how.
Taps: Continue | No | Yes | 18 or over | Continue | Yes, keep them
Taps: Answer some questions first | Yes, to me | No | More | Take a break | Leave for now
-> stranger
Person: /start
Bot: Your answers are kept. Would you like to carry on?
Taps: Leave
Person: start
Bot: Your answers are kept. Would you like to carry on?
Taps: Carry on | More | Review my answers
Bot: This is what will be sent.
Taps: Back | More | Send what I have
Bot: May people at Example Legal Team read what you send
Taps: I agree | Email | Skip | Skip
Taps: Skip
Bot: This is what will be sent.
Taps: Send
-> queue: Q5_OTHER_FORCE_EW by rule other-force
-> sent: Work for the police: No
Bot: Thank you. It is sealed
Taps: Continue
Bot: You can reach Example Legal Team
Taps: More | Add more
Bot: May I keep what you add until you send or delete it?
Taps: Yes, keep them
Bot: Is there an investigation, or a court case, linked to this?
