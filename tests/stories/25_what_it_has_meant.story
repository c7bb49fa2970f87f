# Amina adds what it has meant for her. The notice comes first, and a pause is offered after.
Taps: Continue | No | Yes | 18 or over | Continue | Yes, keep them | Ask a person to contact me
Taps: Metropolitan Police (London) | Skip | I agree | I'll contact you | Send
Taps: Continue | Continue | Go on | Add more
Bot: May I keep what you add until you send or delete it?
Taps: Yes, keep them
Taps: None | Effects, and any treatment
Bot: The next part is about what happened, and what it has meant for health and daily life.
Taps: Take a break | Carry on | Show me support | Back | Skip this part
Bot: What would you like to add?
Taps: Effects, and any treatment | Continue
Bot: Has it had an effect on any of these?
Taps: Sleep or mood | Work or study | Keeping away from the police | That's all
Bot: Has a doctor or a counsellor seen you about it?
Taps: Yes
Bot: Thank you. That part is done.
Taps: Carry on | I agree | Send
-> sent: Effects: Sleep or mood, Work or study, Keeping away from the police
-> sent: Treatment or support: Yes
