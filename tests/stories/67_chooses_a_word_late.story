# Nobody opens her phone, she said; but he knows her codes. She locks her answers with a word.
Taps: Continue | No | Yes | 18 or over | Continue | Yes, keep them | Answer some questions first | Yes, to me | No
Taps: Metropolitan Police (London) | Skip | It happened once | No | We are related
Bot: Someone close may know your codes
Taps: Choose a word
Person: thimble
Bot: Your word is kept.
Bot: Is there an investigation
Taps: Leave
-> stranger
Person: /start
-> stranger
Person: thimble
Bot: Your answers are kept. Would you like to carry on?
