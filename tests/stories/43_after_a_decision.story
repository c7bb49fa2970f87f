# Misconduct was found years ago, and he kept his job.
Taps: Continue | No | Yes | 18 or over | Continue | Yes, keep them | Answer some questions first
Taps: Yes, to me | No | Metropolitan Police (London) | I don't remember | It happened once | No | No | None
Taps: A decision, longer ago
Taps: More | Send what I have | I agree | I'll contact you | Send
-> queue: Q4_OUTCOME_CHALLENGE by rule outcome-challenge
-> because: letter older_decision
