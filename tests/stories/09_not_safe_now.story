# It is not safe now. Nothing is stored; she comes back another time.
Taps: Continue | No | No
Bot: Thank you for saying so. Nothing has been kept.
-> nothing kept
Taps: It is safe now
Bot: How old are you?
Taps: Back
Taps: Leave
-> stranger
Taps: Continue | No | Not sure
Taps: Another time
-> stranger
-> nothing kept
