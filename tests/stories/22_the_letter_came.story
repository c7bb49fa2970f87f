# Maya's complaint was decided last month. She adds what the letter says, and its number.
Taps: Continue | No | Yes | 18 or over | Continue | Yes, keep them | Ask a person to contact me
Taps: Metropolitan Police (London) | Skip | I agree | I'll contact you | Send
Taps: Continue | Continue | Go on | Add more
Bot: May I keep what you add until you send or delete it?
Taps: Yes, keep them
Bot: Is there an investigation, or a court case, linked to this?
Taps: It has ended
Bot: What would you like to add?
Taps: A complaint
Bot: Who has been told so far?
Taps: The police | IOPC (England and Wales) | A friend | That's all
Bot: Where has it got to now?
Taps: There is a decision
Bot: What was decided?
Taps: No case to answer
Bot: What has it led to for that person?
Taps: Nothing
Bot: What is the date on the letter? The nearest is fine.
Taps: In the last month | November 2026
Bot: Which day is nearest? The dates are in: November 2026.
Taps: 3
Bot: If a letter or an email has a number at the top
Person: CO/01234/26
Bot: May people at Example Legal Team read what you send
Taps: I agree
Bot: This is what will be sent.
Not: Metropolitan
-> kept: Decision: No case to answer
Taps: Send
Bot: Thank you. It is sealed for the same team, and can take a while
-> sent: Who has been told: The police, IOPC (England and Wales), A friend
-> sent: Reference number: CO/01234/26
-> queue: Q1_DEADLINE by rule deadline
-> tag: Q4_OUTCOME_CHALLENGE
