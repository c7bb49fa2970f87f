# It is not safe now. Nothing is stored; she comes back another time.
Taps: Continue | No | No
Bot: Thank you for saying so. Nothing you answered this time is kept so far.
-> nothing kept
Taps: Show me support | Back | It is safe now
Bot: How old are you?
Taps: Back
Taps: Continue | No | No | Leave and clear this chat
-> stranger
Taps: Continue | No | Not sure
Taps: Another time
-> stranger
-> nothing kept
