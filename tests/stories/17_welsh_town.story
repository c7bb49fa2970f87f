# She names a town in Welsh, and reads in another language for a while.
Taps: Language | English
Taps: Language | Marked
Bot: ·This is an automated chat
Taps: ·Continue | ·No | ·Yes | ·18 or over | ·Continue | ·Yes, keep them | ·Answer some questions first
Taps: ·Yes, to me | ·No
Person: Abertawe
Taps: South Wales Police
Taps: ·More | ·Language | English
Bot: Part 1 of 3
Bot: When did it happen, or start?
-> kept: ·Yes, to me
Taps: 2016 or before | Not sure which | It happened once | For part of it | It could happen | None | Neither | No
Taps: Send what I have | I agree | Skip | Skip | Skip | Skip | Send
-> queue: Q11_WAS_MINOR by rule was-minor
