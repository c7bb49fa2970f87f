# A member of police staff, harassed at work last month. She has a phone of her own.
Taps: Continue | No | Yes | 18 or over | Continue | Yes, keep them
Taps: Answer some questions first | Yes, to me | Yes, now
Bot: Work phones, work email and work Wi-Fi can be watched.
Person: Leeds
Taps: West Yorkshire Police | Earlier in 2026 | Add the month | October 2026 | That is near enough
Taps: Yes | Carry on | No | We work together | None | Neither | No | Add what happened | Continue | From a list
Taps: Sexual comments or messages | At my police workplace | That's all
Taps: Other police staff | Yes, at work | Carry on | I agree | I don't know it | Email
Person: someone@example.org
Person: Kim
Taps: Skip | To know what is possible | That's all | Send
-> queue: Q8_WORKPLACE by rule workplace
Taps: Continue | Go on | Clear this chat
-> stranger
