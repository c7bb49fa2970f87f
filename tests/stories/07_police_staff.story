# She works for the police and writes on a work phone.
Taps: Continue | It is a work phone
Bot: Work phones, work email and work Wi-Fi can be watched.
Taps: Continue | Yes | 18 or over | Continue | Yes, keep them
Person: lighthouse
Taps: Answer some questions first | Yes, to me | Now, and when it happened
Bot: Work phones, work email and work Wi-Fi can be watched.
Taps: Back | Only when it happened | Back | I'd rather not say | Back | Yes, now
Person: gmp
Taps: Greater Manchester Police | 2025 | That is near enough | Yes | Carry on | No | Yes | None | A decision, longer ago | I had one
Taps: Add what happened | Continue | From a list
Taps: At my police workplace | Treated badly for complaining | Sexual comments or messages | That's all
Taps: Other police staff | Yes, at work | Take a break | Carry on | Carry on | I agree
Person: Sergeant Example 1234
Not: Sergeant
Taps: Email
Person: someone@example.org
Taps: Skip | A woman to talk to | That's all | Help with a complaint | Change in the police | That's all
Bot: Person from the police: added
Not: Sergeant
Taps: Change something | Person from the police
Bot: These details are added.
Taps: Show
Bot: Sergeant Example 1234
Taps: Back | Send
-> queue: Q8_WORKPLACE by rule workplace
-> sent: Officer sealed apart: Sergeant Example 1234
