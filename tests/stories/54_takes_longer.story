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
Bot: So are your place in the questions, marks from your answers, and this chat's numbers. All of it is deleted at the latest 7 days after you last tap or write here.
Taps: Back | More | Privacy | The full notice | Back | More | Take a break
Bot: Leave clears this chat as far as I can. To come back, type /start. Anyone who opens this phone could do that too.
Taps: Lock my answers with a word
Bot: Please type one word, of 4 letters or more
Person: two words
Bot: Please type one word of 4 to 40 letters.
Taps: No word
Bot: Take the time you need. Your answers are kept for 7 days
Taps: Lock my answers with a word
Person: lighthouse
Bot: Your word is kept. To come back, type it in this chat.
Bot: Leave clears this chat as far as I can. To come back, type your word here.
Not: Lock my answers
Taps: Leave for now
-> stranger
Person: /start
-> stranger
Person: lighthouse
Bot: Your answers are kept. Would you like to carry on?
Taps: Carry on
Bot: Did this happen to you?
