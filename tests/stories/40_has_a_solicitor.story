# Someone acts for her already, so nobody gives a second opinion unasked.
Taps: Continue | No | Yes | 18 or over | Continue | Yes, keep them | Answer some questions first
Taps: Yes, to me | No | Metropolitan Police (London) | I don't remember | It happened once | No | No | None | Neither
Bot: Do you have a solicitor?
Taps: Yes, for a claim or complaint
Taps: More | Send what I have | I agree | I'll contact you | Send
-> queue: Q14_HAS_SOLICITOR by rule has-solicitor
-> tag: Q3_MET_CORE
