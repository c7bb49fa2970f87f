# A woman in London who only wants a person to ring her. She types a number and a name.
Bot: This is an automated chat, not a person.
Taps: Continue | No | Yes | 18 or over
Bot: Example Campaign runs this chat.
Taps: Continue | Yes, keep them
Bot: What would you like to do?
Taps: Ask a person to contact me
Bot: Part 1 of 3
Person: brixton
Bot: Please tap the one you mean.
Taps: Metropolitan Police (London)
Bot: You can ask this team about Metropolitan Police.
Taps: Neither
Bot: May people at Example Legal Team read what you send
Taps: I agree | Phone
Person: 020 7946 0000
Bot: Kept. I have cleared it from this chat
Taps: Mornings | Evenings | That's all | Voicemail only
Taps: Just ring off
Person: Sam
Taps: Skip
Bot: This is what will be sent.
Bot: Phone number: 020 7946 0000
Taps: Send
Bot: Thank you. It is sealed, and waiting to be handed over until your code says
-> queue: Q3_MET_CORE by rule met-core
-> because: body_kind met
-> sent: Good times: Mornings, Evenings
Taps: Continue
Bot: The team does not need this code to read what you sent. It lets you
Taps: Copy the code
Bot: Copied.
Taps: Go on | Show the code again | Go on | More services | Back | Clear this chat
Bot: This is an automated chat
-> stranger
-> the code is gone
