# What is added goes where the first report went; by its code alone nobody knows where that was.
Taps: Continue | No | Yes | 18 or over | Continue | Yes, keep them | Answer some questions first
Taps: Yes, to me | Yes, now | Metropolitan Police (London)
Taps: More | Send what I have | I agree | I'll contact you | Send
-> queue: Q8_WORKPLACE by rule workplace
Taps: Continue | Continue | Go on | Add more | Yes, keep them
Taps: More | Send what I have | I agree | Send
-> queue: Q8_WORKPLACE by rule adds-to-report
-> because: adding yes
-> tag: Q3_MET_CORE
Taps: Continue | Go on | Clear this chat
-> stranger
Taps: More | I have a code
Person: {code}
Taps: Add more | No | Yes | 18 or over | Yes, keep them
Taps: More | Send what I have | I agree | Send
-> queue: Q16_ADDITION by rule adds-to-report
-> because: adding yes
