# She skipped much of it, and allowed the team to ask again in this chat. Weeks later she answers some.
Taps: Continue | No | Yes | 18 or over | Continue | Yes, keep them | Answer some questions first
Taps: Yes, to me | No | Metropolitan Police (London) | I don't remember | Skip | No | No | None | Skip | Skip
Taps: Add what happened | Continue | Skip | Carry on
Taps: I agree | Skip | In this chat | Yes | Skip | Skip | 1 month
Person: harbour
Taps: Yes | Skip | Skip | Skip | Send
Taps: Continue | Go on | Clear this chat
-> stranger
(the team asks for tell solicitor officer linked gone_by_now value_phone: Thank you. A few more answers would help us.)
Bot: There is a note for you here.
Not: question
Not: solicitor
Taps: Show it
Not: question
Person: harbour
Bot: Thank you. A few more answers would help us.
Not: question
Taps: Go on
Bot: The team asks about 3 questions that you skipped.
Not: solicitor
Not: A few more answers
Bot: You can answer some now, or none.
Taps: Answer some
Bot: One question about this phone first.
Taps: No | Yes | 18 or over
Bot: May I keep what you add until you send or delete it?
Taps: Yes, keep them
Bot: Is there an investigation, or a court case, linked to this?
Not: Part 1 of 3
Taps: None
Bot: Do you have a solicitor?
Taps: Skip
Bot: The next part is about what happened.
Taps: Continue
Bot: How would you like to do this?
Taps: Both
Person: He kept my number.
Taps: That's all
Bot: Kept. I have cleared it from this chat.
Taps: Pressure or threats | That's all
Bot: Thank you. That part is done.
Taps: Carry on
Bot: May people at Example Legal Team read what you send
Taps: I agree
Bot: If you know it, you can type a name or number
Person: PC Invented
Bot: This is what will be sent.
Not: Metropolitan
Taps: Change something | How to say what happened | Change | Leave it for a person
Bot: This is what will be sent.
Not: He kept my number.
Taps: Send
Bot: Thank you. It is sealed for the same team, and can take a while to arrive. If you have a code, it stays the same.
-> sent: How to say what happened: Leave it for a person
-> sent: Officer sealed apart: PC Invented
Taps: Continue
Bot: Here are some numbers and places you can use.
Not: Show the code again
Taps: Add more
Bot: Please type your code.
Person: {code}
Bot: May I keep what you add until you send or delete it?
Taps: No | Leave
-> stranger
