# She reported what someone else had done, and the police handled it badly.
Taps: Continue | No | Yes | 18 or over | Continue | Yes, keep them | Answer some questions first
Taps: Yes, to me | No
Person: leeds
Taps: West Yorkshire Police | I don't remember | No | No | No | None | Neither | No
Taps: Add what happened | Continue | From a list | Police handled a report badly | That's all
Taps: More | Send what I have | I agree | I'll contact you | Send
-> queue: Q12_RESPONSE_FAILURE by rule response-failure
-> because: conduct response_failure
