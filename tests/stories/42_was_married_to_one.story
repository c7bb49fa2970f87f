# He was her husband and is an officer; she has left, and is not in contact.
Taps: Continue | No | Yes | 18 or over | Continue | Yes, keep them | Answer some questions first
Taps: Yes, to me | No | Metropolitan Police (London) | I don't remember | It happened once | No
Taps: We are partners, or were
Taps: More | Send what I have | I agree | I'll contact you | Send
-> queue: Q9_PPDA by rule partner
-> because: in_contact partner
