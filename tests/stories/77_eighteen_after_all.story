# He is 18 and told no age; he was under 18 this year. The card says how he goes on, and it is so.
Taps: Continue | No | Yes | Skip | Continue | Yes, keep them
Taps: Answer some questions first | Yes, to me | No | Metropolitan Police (London)
Taps: Earlier in 2026 | That is near enough | It happened once | Yes
Bot: If you are 18 or over, tap More, then Review.
Taps: More | Review my answers | Change something | Age | 18 or over
Bot: Are you still in contact with the person from the police?
Taps: No | None
Bot: Is there an official letter from the last 3 months
