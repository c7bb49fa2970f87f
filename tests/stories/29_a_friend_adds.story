# Tom saw it happen to a friend. What he adds is worded about that friend, with no name.
Taps: Continue | No | Yes | 18 or over | Continue | Yes, keep them | Answer some questions first
Taps: I saw it or know of it | Carry on | No | No | Metropolitan Police (London) | Skip | Skip | Skip | Skip
Taps: None | Neither | No | Send what I have | I agree | Skip | I'll contact you | Skip | Skip | Send
-> queue: Q13_WITNESS_OR_OTHER by rule witness
Taps: Continue | Continue | Go on | Add more | Yes, keep them | None
Taps: What was going on
Bot: What was going on when it began?
Not: I had asked
Taps: The police supported them | I agree
-> kept: What was going on: The police supported them
Taps: Change something | What was going on | Change | Their arrest | Change something | What was going on | Change
Taps: Something else
Bot: Was it one of these?
Taps: They worked together
Bot: This is what will be sent.
-> kept: What else was going on: They worked together
Taps: Change something | What was going on | Change | A check on their welfare
-> not kept: They worked together
Taps: Send
-> sent: What was going on: A check on their welfare
