# A trial is set, so Daniel's words are not kept: he taps, and nothing he types stays.
Taps: Continue | No | Yes | 18 or over | Continue | Yes, keep them | Ask a person to contact me
Taps: Metropolitan Police (London) | Skip | I agree | I'll contact you | Send
Taps: Continue | Continue | Go on | Add more
Bot: May I keep what you add until you send or delete it?
Taps: Yes, keep them
Taps: About both
Bot: From here I keep what you tap
Taps: Continue | Dates
Bot: When did it last happen?
Person: the second week of March
Bot: Thank you. While there is a case
Taps: Earlier in 2026 | That is near enough
Bot: How far has it got?
Taps: A trial date is set
Bot: Is there a date coming up?
Taps: A trial
Bot: When is it? The nearest is fine.
Person: the ninth
Bot: Thank you. While there is a case
Taps: This month | That is near enough | I agree
-> not kept: March
Taps: Send
-> sent: Date coming up: A trial
-> sent: When that is: This month
-> queue: Q1_DEADLINE by rule deadline
-> because: upcoming_when 2026-11-22/2026-11-30
-> tag: Q3_MET_CORE
