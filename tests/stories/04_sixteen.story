# A young person of 16. Nothing about what happened is asked; a person can make contact.
Taps: Continue | No | Yes | Under 18
Bot: This chat is for adults, so it will not ask what happened.
Taps: Show me support
Bot: You can get help in different ways. 999 reaches the police.
Taps: Back
Person: it happened at school
Bot: Thank you. I do not keep what you type here.
Taps: Ask a person to contact me | Continue | Yes, keep them
Bot: May a person from Example Legal Team read this and contact you?
Taps: No
Bot: That is fine. None of this has been sent.
Taps: Back to the question | Yes | Phone
Person: 07700 900000
Taps: Skip | Neither
Person: Jo
Taps: Skip | Skip
Bot: This is what will be sent.
-> not kept: What it was
Taps: Send
-> queue: Q10_MINOR_NOW by rule minor-now
-> because: age under_18
