# She looks at what is kept, takes lines out, takes a yes back and gives it again.
Taps: Continue | No | Yes | 18 or over | Continue | Yes, keep them
Taps: More | What is kept here
Bot: This is what is kept here, locked.
Bot: Keeping your answers: yes
Not: The team may read it
Taps: Back | Ask a person to contact me | Metropolitan Police (London) | A letter | Skip | I agree | Phone
Person: 07700 900123
Taps: Mornings | That's all | Voicemail only
Taps: Just ring off
Person: R.
Taps: Skip
Bot: This is what will be sent.
Taps: Change something | Letter or date
Bot: Letter or date: A letter
Taps: Leave it as it is
Bot: This is what will be sent.
Taps: Change something | Letter or date | Remove
Bot: That line is removed.
Bot: Letter or date: skipped
Taps: Change something | How to reach you | Remove
Bot: No way to reach you is added.
Bot: That does not fit your new answer, so it is removed: Phone number, Good times, Voicemail or text, If someone else answers, Name to use.
-> not kept: 07700
Person: /mydata
Bot: The team may read it: yes
Taps: Back | Change something | The team may read it
Bot: May people at Example Legal Team read what you send
Taps: No
Bot: That is fine. None of this has been sent.
Person: my data
Bot: The team may read it: no
Taps: Back | Back to the question | I agree
Bot: This is what will be sent.
Taps: Send
-> queue: Q3_MET_CORE by rule met-core
Person: /mydata
Bot: There is no draft here
