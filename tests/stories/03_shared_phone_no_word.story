# She chooses no word: leaving deletes the draft, as she was told.
Taps: Continue | Not sure | Continue | Not sure
Bot: You can stop at any moment.
Taps: Carry on | I'd rather not say
Bot: If you are under 18: Childline is free
Taps: Continue | Yes, keep them | No word | Answer some questions first | Yes, to me
Taps: More | Take a break
Bot: There is no word yet, so Leave deletes your answers.
Taps: Lock my answers with a word | No word | Carry on | More | Take a break | Leave and delete
-> stranger
-> nothing kept
Person: /start
-> stranger
