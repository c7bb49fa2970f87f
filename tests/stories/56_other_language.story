# She changes the language after she has agreed: she is asked again, in that language, before Send.
Taps: Continue | No | Yes | 18 or over | Continue | Yes, keep them | Ask a person to contact me
Taps: Metropolitan Police (London) | Neither | I agree | I'll contact you
Bot: This is what will be sent.
Taps: More | Language | Marked
Bot: ·In this language I will ask this again before you send: ·The team may read it.
Bot: ·This is what will be sent.
Taps: ·Send
-> nothing sent
Bot: ·Before you send, please answer this first.
Bot: ·May people at
Taps: ·I agree
Bot: ·This is what will be sent.
Taps: ·Send
-> queue: Q3_MET_CORE by rule met-core
