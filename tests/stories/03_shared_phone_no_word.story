# She chooses no word: leaving deletes the draft, as she was told.
Taps: Continue | Not sure | Continue | Not sure
Bot: You can stop at any moment.
Taps: Carry on | I'd rather not say
Bot: If you are under 18: Childline is free
Taps: Continue | Yes, hold a draft | No word | Answer some questions first | Yes, to me
Taps: Leave
-> stranger
-> nothing kept
Person: /start
-> stranger
