# A woman whose phone is her own wants to be written to in this chat. She reads a note, later stops it.
Taps: Continue | No | Yes | 18 or over | Continue | Yes, keep them | Answer some questions first
Taps: Yes, to me | No | Metropolitan Police (London) | I don't remember | It happened once | No | No | None | Neither | No
Taps: Send what I have | I agree | I don't know it
Bot: How can the team reach you?
Taps: In this chat
Bot: May the team write to you in this chat? Telegram carries it and can see it.
Taps: Yes
Bot: Which days are good for a note?
Taps: Mondays | Tuesdays | Wednesdays | Thursdays | Fridays | Saturdays | Sundays | Sundays | That's all
Taps: Mornings, 9 to 12 | Afternoons, 12 to 5 | Evenings, 5 to 8 | Mornings, 9 to 12 | That's all
Bot: How long may notes come?
Taps: 1 month
Bot: Please type one word, of 4 letters or more. A note here opens only to this word.
Person: it is
Bot: Please type one word of 4 to 40 letters
Person: harbour
Bot: Your word is kept.
Bot: May the team ask you here about questions you skipped?
Taps: Yes
Person: Sam
Taps: Skip | Skip
Not: harbour
Taps: Change something | May ask about the rest | Change | No
-> kept: Times for notes: Afternoons, 12 to 5, Evenings, 5 to 8
Taps: Send
-> sent: How to reach you: In this chat
Taps: Continue | Go on | Clear this chat
-> stranger
(the team writes: Thank you for writing. Would Thursday at 3 suit you for a call?)
Bot: There is a note for you here. Show it when you are ready.
Not: police
Taps: Show it
Bot: Please type your word to open it.
Person: harvest
Bot: That does not open it. You can try again, or leave it for now.
Not: Thursday
Taps: Not now
-> stranger
(the team writes: Thank you for writing. Would Thursday at 3 suit you for a call?)
Taps: Show it
Person: Harbour
Bot: Thank you for writing. Would Thursday at 3 suit you for a call?
Taps: Clear this note
-> stranger
(the team writes: One more thing.)
Taps: Not now
-> stranger
Taps: More | Stop messages
Bot: No messages will come in this chat from now on.
Taps: Carry on
-> stranger
