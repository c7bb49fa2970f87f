# She said that it was not safe to chat, came back and sent: staff hear of it first.
Taps: Continue | No | No
Bot: Thank you for saying so. Nothing you answered this time is kept so far.
Taps: It is safe now | 18 or over | Continue | Yes, keep them | Ask a person to contact me
Taps: Metropolitan Police (London) | Neither | I agree | Phone
Person: 020 7946 0000
Taps: Any time | That's all | Neither | Just ring off | Skip | Skip | Send
-> queue: Q0_SAFETY by rule danger
-> because: safe no
-> tag: Q3_MET_CORE
