# Offered, and not taken: Not now ends the offer. Later a case has begun, and no words are asked for.
Taps: Continue | No | Yes | 18 or over | Continue | Yes, keep them | Answer some questions first
Taps: Yes, to me | No | Metropolitan Police (London) | I don't remember | It happened once | No | No | None | Neither | No
Taps: Add what happened | Continue | In my own words | Skip | Skip | Skip | Carry on
Taps: I agree | I don't know it | In this chat | Yes | Skip | Skip | 2 weeks
Person: harbour
Taps: Yes | Skip | Skip | Skip | Send | Continue | Go on | Clear this chat
(the team asks for role: One question, if you like.)
Taps: Show it
Person: harbour
Taps: Go on
Bot: The team asks about 1 question that you skipped.
Taps: Not now
-> stranger
(the team asks for own_words role: Two, if you like.)
Taps: Show it
Person: harbour
Taps: Go on | Answer some | No | Yes | 18 or over | Yes, keep them
Taps: About both
Bot: From here I keep what you tap, and no words of your own about what happened.
Taps: Continue
Bot: The next part is about what happened.
Taps: Continue
Bot: What role did the person from the police have?
Not: In your own words
Taps: Back | Skip this part
Bot: May people at Example Legal Team read what you send
Taps: Leave
-> stranger
# Nothing that the team ticks was skipped, or could be asked: no offer.
(the team asks for conduct duty_before name_to_use relation: One more thing.)
Taps: Show it
Person: harbour
Bot: One more thing.
Not: Go on
Taps: Clear this note
-> stranger
Taps: More | Stop messages | Carry on
