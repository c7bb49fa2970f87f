# He only wants to be contacted. He looks at notes in this chat, has no word, and takes the telephone.
Taps: Continue | No | Yes | I'd rather not say | Continue | Yes, keep them | Ask a person to contact me
Taps: Metropolitan Police (London) | Neither | I agree | In this chat | Another way
Bot: How can the team reach you?
Taps: In this chat | Yes | Skip | Skip | Skip
Bot: Please type one word
Taps: Choose another way
Bot: How can the team reach you?
Taps: In this chat | Yes | Skip | Skip | 2 weeks | Skip
Bot: How can the team reach you?
Taps: In this chat | Yes | Skip | Skip | 3 months
Person: send
Bot: Please type one word
Taps: Choose another way | Phone
Bot: That does not fit your new answer, so it is removed: Notes in this chat, How long notes may come.
Person: 020 7946 0000
Taps: Mornings | That's all | Either | Ask only for me
Person: Alex
-> not kept: Days for notes
Taps: Skip | Send
-> sent: How to reach you: Phone
-> queue: Q3_MET_CORE by rule met-core
Taps: Continue | Go on
Person: /delete
Bot: Your draft is deleted already. What you sent is sealed to the team.
Taps: Clear this chat
Person: stop messages
Bot: No messages will come in this chat from now on.
Taps: Carry on
# On another day he asks again, in this chat, and stops it from the first line that comes.
Taps: Continue | No | Yes | 18 or over | Continue | Yes, keep them | Ask a person to contact me
Taps: Metropolitan Police (London) | Neither | I agree | In this chat | Yes | Skip | Evenings, 5 to 8 | That's all | 2 weeks
Person: harbour
Bot: What name should the team use for you?
# The word of the notes locks the answers too.
Taps: Leave
-> stranger
Person: /start
-> stranger
Person: harbour
Bot: Your answers are kept. Would you like to carry on?
Taps: Carry on
Bot: What name should the team use for you?
Taps: Skip | Skip | Send
-> sent: How long notes may come: 2 weeks
Taps: Continue | Go on | Clear this chat
(the team writes: Thank you for writing.)
Taps: Show it | Back
-> stranger
(the team writes: Thank you for writing.)
Taps: Stop messages
Bot: No messages will come in this chat from now on.
Person: harbour
Not: Thank you for writing.
Bot: Thank you. I could not use those words here
