# What she sent stays where it is, whatever becomes of what she would add; each card says so.
Taps: Continue | No | Yes | 18 or over | Continue | Yes, keep them | Ask a person to contact me
Taps: Metropolitan Police (London) | Neither | I agree | I'll contact you | Send
Taps: Continue | Continue | Go on | Add more | No
Bot: That is fine. Nothing new has been kept. What you sent before is not changed.
Taps: Show me support | Back | Leave
-> stranger
Taps: More | I have a code
Person: {code}
Taps: Add more | No | Yes | Under 18
Bot: This chat is for adults, so it will not ask more. Childline is free
Bot: You can ring Example Legal Team: 0000 000 0000
Not: Ask a person
Person: it happened again
Bot: Thank you. I do not keep what you type here.
Taps: Show me support | Back | Back | 18 or over | Yes, keep them | None
Taps: More | Delete everything
Bot: Shall I delete what you have answered this time, and clear this chat?
Taps: Keep it
Person: /delete
Taps: Delete everything
Bot: That is deleted
-> nothing kept
Taps: Start again
Bot: This is an automated chat
