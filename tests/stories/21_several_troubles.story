# Nothing goes smoothly: our mistake, a store out of reach, a place nobody knows.
(the service is not open)
Bot: This service is not open yet.
Taps: Back | Continue | No | Yes | 18 or over | Continue | Yes, keep them
Taps: Answer some questions first | Yes, to me | No
Person: Brixtom
Bot: I do not know that one.
Taps: Keep it
Bot: Kept as you typed it.
Bot: Where did it happen?
(something breaks on our side)
Bot: That was our mistake, not yours.
Taps: Carry on
Bot: Where did it happen?
Taps: Back
Person: Richmond
Bot: Please tap the one you mean.
Taps: None of these: keep what I typed | Keep it | Northern Ireland
(the team's store cannot be reached)
Bot: I cannot look that up just now.
Taps: Back | I'd rather not say | Skip | Skip | Skip | None | Skip | Skip
Taps: Send what I have | I agree | Skip | Skip | Skip | Skip
Bot: Police force: Richmond
Taps: Send
-> queue: Q7_NI by rule northern-ireland
