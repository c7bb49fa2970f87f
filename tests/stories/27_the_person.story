# Now that people can read it, Ruth adds what she knows of the person: asked only after she agrees.
Taps: Continue | No | Yes | 18 or over | Continue | Yes, keep them | Ask a person to contact me
Taps: Metropolitan Police (London) | Skip | I agree | I'll contact you | Send
Taps: Continue | Continue | Go on | Add more
Bot: May I keep what you add until you send or delete it?
Taps: Yes, keep them
Taps: None | The person
Bot: Was it one person, or more?
Taps: One
Bot: Does the person from the police still work there?
Taps: Yes, in another force
Bot: May people at Example Legal Team read what you send
Taps: I agree
Bot: If you know it, you can type a name or number
Person: PC Invented, 4321
Bot: You can type where the person was based
Person: the night team at Invented Road
Bot: If there was a car or van
Taps: I don't know it
Bot: You can type anything that would help to find the person.
Person: a scar on the left hand
Bot: This is what will be sent.
Not: Invented
Not: scar
-> kept: Where the person was based: added
Taps: Change something | Where the person was based
Bot: These details are added. They are not shown here unless you ask.
Taps: Back | Send
-> sent: Still in the police: Yes, in another force
-> sent: What helps to find the person: added
