# Before she agrees to a draft nothing is stored, not even that the card came up. It comes in
# whatever language she types, over whatever card stands there.
Person: I want to end it all
Bot: Thank you for writing that.
Bot: Samaritans: call 116 123, day and night.
Bot: Northern Ireland: Lifeline Northern Ireland: call 0808 808 8000, day and night.
Not: If you send later
Taps: Carry on
Bot: What you typed last is not kept.
Bot: This is an automated chat, not a person.
-> nothing kept
Taps: Continue | No | Help
Person: jestem w domu, on dobija się do drzwi
Bot: Thank you for writing that. No person answers here now, and this chat cannot send anyone.
Taps: Carry on
Bot: You can get help in different ways.
Taps: Back
Bot: Is it safe for you to use this chat right now?
Person: he says he will hurt my kids
Taps: Show me support | Back
Person: he has a knife
Taps: Show me support | Back
Person: he has a knife
Taps: If you cannot speak or hear | Back
Person: he says he will hurt my kids
Taps: If you cannot speak or hear | Back
Person: he says he will hurt my kids
Taps: Carry on | Yes | 18 or over
Person: I want to die
Taps: Show me support | Back
-> nothing kept
Person: I want to die
Taps: Stop for now
Bot: This is an automated chat
-> stranger
Person: he has a knife
Taps: Stop for now
Person: my kids are in danger
Taps: Stop for now
Bot: This is an automated chat
-> stranger
-> nothing sent
