# Priya says what it is to be called. It is her ex, so the questions say so, with no name.
Taps: Continue | No | Yes | 18 or over | Continue | Yes, keep them | Answer some questions first
Taps: Yes, to me | No | Metropolitan Police (London) | Skip | Skip | Skip
Taps: We are partners, or were | Continue | None | Neither | No | Add what happened
Bot: The next part is about what happened.
Taps: Choose what to call it
Bot: What should I call it from here on?
Taps: What happened | Back | The harassment | Back | The abuse
Bot: What should I call the person?
Taps: The person from the police | Back | The officer | Back | The person | Back
Taps: My partner or ex | In my own words
Bot: In your own words, a sentence or two about the abuse, with no names.
Taps: Back | Leave it for a person | Back | From a list | Skip
Bot: What role did your partner or ex have?
Taps: Police officer
Bot: Was your partner or ex at work at the time?
Taps: Off work | Carry on | I agree | Skip | I'll contact you | Skip | Skip
-> not kept: The abuse
-> not kept: My partner or ex
Taps: Send
