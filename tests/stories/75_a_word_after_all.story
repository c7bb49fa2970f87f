# She chose no word at first. When she says that they are related, she is offered one again.
Taps: Continue | Not sure | Continue | Yes | 18 or over | Continue | Yes, keep them | No word
Taps: Answer some questions first | Yes, to me | No
Taps: Metropolitan Police (London) | Skip | It happened once | No | We are related
Bot: Someone close may know your codes
Taps: Choose a word
Person: thimble
Bot: Your word is kept.
Bot: Is there an investigation
Taps: Leave
-> stranger
Person: thimble
Bot: Your answers are kept. Would you like to carry on?
