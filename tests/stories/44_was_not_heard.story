# She reported what someone else had done, and the police handled it badly.
Taps: Continue | No | Yes | 18 or over | Continue | Yes, keep them | Answer some questions first
Taps: Yes, to me | No
Person: leeds
Taps: West Yorkshire Police | I don't remember | It happened once | No | No | None | Neither | No
Taps: Add what happened | Continue | From a list | Police handled a report badly | That's all
Taps: More | Send what I have | I agree | I'll contact you | Send
-> queue: Q12_RESPONSE_FAILURE by rule response-failure
-> because: conduct response_failure
Taps: Continue | Continue | Go on | Clear this chat
-> stranger
# Months later she comes back. What she types goes no further, but staff learn that it was typed.
Taps: Continue | No | Yes | 18 or over | Continue | Yes, keep them | Ask a person to contact me
Person: I want to die
Bot: Thank you for writing that.
Taps: Carry on | Metropolitan Police (London) | Neither | I agree | Phone
Person: 020 7946 0000
Taps: Any time | That's all | Neither | Just ring off | Skip | Skip | Send
-> queue: Q0_SAFETY by rule crisis
-> because: crisis_words yes
-> because: method phone
