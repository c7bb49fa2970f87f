# He lives with her and can open the phone. What she adds after sending goes when she leaves, too.
Taps: Continue | No | Yes | 18 or over | Continue | Yes, keep them
Taps: Answer some questions first | Yes, to me | No
Taps: Metropolitan Police (London) | Skip | It happened once | No | We live together
Bot: Someone close may know your codes
Taps: Continue | None | Neither | No | Send what I have | I agree | I don't know it
Taps: I'll contact you | Skip | Skip | Send
Taps: Continue | Continue | Go on | Add more | Yes, keep them
Bot: To open your answers again later, type one word that no one near you would guess. With no word, Leave deletes them, and so does 10 minutes with no tap.
Taps: No word | None
Taps: Leave
-> stranger
-> nothing kept
Person: /start
-> stranger
