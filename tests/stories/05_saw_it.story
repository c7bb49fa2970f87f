# A friend saw it. She leaves out names; the wording is about the other person.
Taps: Continue | No | Yes | 18 or over | Continue | Yes, keep them | Answer some questions first
Taps: I saw it or know of it
Taps: Carry on
Bot: Is the person it happened to under 18 now?
Taps: No | No
Person: Taunton
Taps: Avon and Somerset Police
Taps: Earlier in 2026 | That is near enough
Bot: If it is safe, keep messages
Taps: It happened once
Bot: Was the person it happened to under 18 then?
Taps: No
Bot: Is the person it happened to still in contact
Taps: They live together | None | A letter | In the last month | Not sure which | No
Taps: Add what happened | Continue | From a list
Taps: Kept contacting them | Touching they did not want | At their police workplace | That's all
Taps: Special constable | Off work | Carry on | I agree | I don't know it | Post
Person: 1 Example Street
Person: Robin
Taps: Large text | That's all | Not sure | That's all
-> kept: What would help: Not sure
Taps: Send
-> queue: Q0_SAFETY by rule safety
-> sent: What it was: Kept contacting them, Touching they did not want, At their police workplace
