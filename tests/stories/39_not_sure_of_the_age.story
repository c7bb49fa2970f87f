# A neighbour does not know whether the person is under 18: the safeguarding lead looks first.
Taps: Continue | No | Yes | 18 or over | Continue | Yes, keep them | Answer some questions first
Taps: I am asking for someone else | Carry on | Not sure | No
Person: leeds
Taps: West Yorkshire Police
Taps: More | Send what I have | I agree | I'll contact you | Send
-> queue: Q0_SAFETY by rule child-risk
-> because: other_minor_now not_sure
-> tag: Q13_WITNESS_OR_OTHER
