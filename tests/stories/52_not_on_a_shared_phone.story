# Someone whose phone others may open is not offered to be written to there.
Taps: Continue | Not sure | Continue | Yes | 18 or over | Continue | Yes, keep them
Person: harbour
Taps: Ask a person to contact me | Metropolitan Police (London) | Neither | I agree
Bot: How can the team reach you?
Person: in this chat
Bot: Thank you. I could not use those words here
Taps: I'll contact you | Change something | How to reach you | Change | Email
Person: someone@example.org
Person: Kim
Taps: Skip | Send | Continue | More | Stop messages
Bot: No messages will come in this chat from now on.
Taps: Carry on
Bot: Here is your code
