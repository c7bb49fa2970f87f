# A case is live: nothing is taken in her own words, and what was typed before goes.
Taps: Continue | No | Yes | 18 or over | Continue | Yes, keep them | Answer some questions first
Taps: Yes, to me | No | Another force
Bot: Please type a force, a town or a part of London.
Person: leeds
Taps: West Yorkshire Police
Person: one evening in spring
Taps: It happened once | No | No
Taps: About the person in the police
Bot: There may be a case, so I removed some answers that could be used there: When it happened or started
-> not kept: one evening in spring
Taps: A date soon
Bot: When is it? The nearest is fine.
Person: the ninth, I think
Bot: Thank you. While there is a case, or may be one, I keep no words here.
Taps: Skip | Only for the criminal case | Add what happened | Continue
Bot: While there is a case, or may be one, please do not write
Taps: Continue
Person: he came to
Bot: Thank you. I could not use those words here
Not: In my own words
Taps: Leave it for a person
Bot: Thank you. That part is done.
Taps: Carry on | I agree
Bot: How can the team reach you?
Taps: Email
Person: someone@example.org
Taps: Skip | Nothing | That's all | Send
-> queue: Q1_DEADLINE by rule deadline
