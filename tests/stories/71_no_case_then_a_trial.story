# She says that there is no case, then that a trial is near: her words go, the date stays.
Taps: Continue | No | Yes | 18 or over | Continue | Yes, keep them
Taps: Answer some questions first | Yes, to me | No | Metropolitan Police (London)
Person: summer 2025
Taps: Summer 2025
Bot: Is it still happening?
Taps: It has stopped
Bot: When did it last happen?
Taps: Earlier in 2026 | That is near enough | No | No | None
-> kept: summer 2025
Taps: Both
Bot: Because of that answer your own words here are removed: When it happened or started.
Bot: What is the date on the letter? The nearest is fine.
Taps: In the last month | Not sure which
Bot: When is it? The nearest is fine.
Taps: This month | That is near enough | No | Add what happened | Continue
Bot: While there is a case, or may be one, please do not write what happened here.
Taps: Continue
Not: In my own words
Taps: From a list | Skip | Skip | Skip | Carry on | I agree
Bot: How can the team reach you?
Taps: I'll contact you | Skip
Bot: This is what will be sent.
-> not kept: summer 2025
-> kept: When it last happened: Earlier in 2026
-> kept: When it happened or started: Summer 2025
Taps: Send
-> queue: Q1_DEADLINE by rule deadline
