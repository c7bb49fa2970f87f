# She is 18 now and was not when it happened, this year: she taps, and no words are taken.
Taps: Continue | No | Yes | 18 or over | Continue | Yes, keep them
Taps: Answer some questions first | Yes, to me | No | Another force
Person: PC Jonez in the cells
Bot: I do not know that one.
Bot: Please look at your words once more.
Taps: Leave it out
Bot: Left out. What you typed is not kept.
-> not kept: Jonez
Taps: England | In the last 10 days | Carry on | It has stopped | For part of it
Bot: Are you still in contact with the person from the police?
Taps: No | None | Neither | No | Add what happened | Continue
Bot: How would you like to do this?
Person: it began
Taps: From a list | Touching I did not want | That's all | Skip | Skip | Carry on | I agree
Bot: How can the team reach you?
Taps: I'll contact you | Skip | Skip | Send
-> queue: Q11_WAS_MINOR by rule was-minor
