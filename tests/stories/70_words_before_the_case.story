# She sends early, with words about when. First comes the question whether there is a case.
Taps: Continue | No | Yes | 18 or over | Continue | Yes, keep them
Taps: Answer some questions first | Yes, to me | No | Metropolitan Police (London)
Person: he came to my door in the wet week
Bot: Is it still happening?
Taps: More | Send what I have
Bot: Is there an investigation, or a court case, linked to this?
Taps: Skip
Bot: There may be a case, so I removed some answers that could be used there: When it happened or started.
Bot: May people at Example Legal Team read what you send
-> not kept: wet week
Taps: I agree | I'll contact you
-> kept: Police force: Metropolitan Police (London)
Taps: Send
-> queue: Q3_MET_CORE by rule met-core
