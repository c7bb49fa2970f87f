# He needs a few days, and reads the privacy notice page by page before he stops.
Taps: Continue | No | Yes | 18 or over | Continue
Bot: May I keep your answers
Taps: More | Privacy | The full notice
Bot: Privacy, page 1 of 5: who.
Taps: Next page | Next page | Next page | Next page
Bot: To complain about privacy: privacy@example.org.
Taps: Back | Yes, keep them | Answer some questions first | More | Take a break
Bot: Take the time you need. Your answers are kept for 36 hours
Taps: Choose how long | 36 hours | Choose how long | 3 days
Bot: Take the time you need. Your answers are kept for 3 days
Taps: Choose how long | 7 days
Bot: Take the time you need. Your answers are kept for 7 days
Taps: Carry on | More | Privacy | What is kept here
Bot: The numbers of this chat and of its messages are kept too, so that I can clear them. All of it is deleted 7 days after
Taps: Back | More | Privacy | The full notice | Back | More | Take a break | Leave for now
-> stranger
