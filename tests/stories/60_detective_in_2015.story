# A woman harassed by a Met detective in 2015, who took her statement. She hopes to join others.
Taps: Continue | No | Yes | 18 or over | Continue | Yes, keep them
Taps: Answer some questions first | Yes, to me | No | Metropolitan Police (London)
Bot: You can ask this team about
Taps: 2016 or before | 2010 to 2016 | 2015 | Add a time of year
Taps: Summer 2015
Bot: If it is safe, keep messages and emails as they are.
Taps: It happened once | No | No | None | Neither | No | Add what happened | Continue
Taps: In my own words
Person: He took my statement, then wrote to me at night.
Person: I did not write back.
Bot: Kept so far: 2.
Taps: That's all
Bot: Kept. I have cleared it from this chat
Taps: Police officer | Both | Carry on
Bot: May people at Example Legal Team read what you send
Bot: Some legal steps have short time limits.
Taps: I agree
Person: DC Example
Taps: Phone
Person: 07700 900555
Taps: Evenings | That's all | Neither
Taps: Just ring off
Person: Alex
Taps: Skip | To support a claim | To be heard | That's all
Bot: When it happened or started: Summer 2015
Not: DC Example
Taps: Send
-> queue: Q3_MET_CORE by rule met-core
-> sent: Officer sealed apart: DC Example
-> sent: What would help: To be heard, To support a claim
Taps: Continue | Go on
Bot: This chat cannot tell anyone who else got in touch.
Taps: Clear this chat
-> stranger
