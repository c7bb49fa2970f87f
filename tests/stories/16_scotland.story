# A man in Scotland, with a claim already in a solicitor's hands elsewhere.
Taps: Continue | No | Yes | 18 or over | Continue | Yes, keep them | Answer some questions first
Taps: Yes, to me | No
Person: Glasgow
Taps: Police Scotland
Taps: 2017 to 2021 | Not sure which | It happened once | No | No | None | Neither | No
Taps: Send what I have
Bot: May people at Example Legal Team read what you send
Taps: I agree | Skip | I'll contact you | A man to talk to | An interpreter | British Sign Language (BSL) | That's all
Taps: To know what is possible | A claim of my own | To support a claim | That's all | Send
-> queue: Q6_SCOTLAND by rule scotland
-> because: body_nation scotland
