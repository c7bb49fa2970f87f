# A friend knows of it and is asked nothing about who it was.
Taps: Continue | No | Yes | 18 or over | Continue | Yes, keep them | Answer some questions first
Taps: I saw it or know of it | Carry on | No | No
Person: gmp
Taps: Greater Manchester Police
Taps: More | Send what I have | I agree | I'll contact you | Send
-> queue: Q13_WITNESS_OR_OTHER by rule witness
-> because: relation witness
