# She uses no buttons at all: every answer is typed, as labels, commands or words.
Person: continue
Person: no
Person: yes
Person: 18 or over.
Person: Continue
Person: yes keep them
Person: Answer some questions first
Person: Yes, to me
Person: no
Person: Thames
Bot: Please tap the one you mean.
Person: thames valley police
Person: about 2019, in the summer
Bot: Your words are noted as you typed them.
Person: keep only my words
Person: it happened once
Person: I'd rather not say
Person: it could happen
Person: none
Person: neither
Person: no
Person: add what happened
Person: continue
Person: both
Person: The first part.
Bot: Kept so far: 1.
Person: The second part.
Bot: Kept so far: 2.
Person: {long}
Bot: That is longer than 600 characters
Person: I will shorten it
Person: <voice>
Bot: Voice notes and pictures cannot be kept here.
Person: <photo>
Bot: I have removed that from this chat.
Person: done
Bot: Kept. I have cleared it from this chat
Person: Sexual violence
Person: search_custody
Bot: Thank you. I could not use those words here
Person: During a search or in custody
Person: that's all
Person: skip
Person: skip
Person: next
Person: i agree
Person: skip
Person: phone
Person: 07700 900000
Person: mornings
Person: after five, or at weekends
Person: either
Taps: Just ring off
Person: A.
Person: skip
Person: compensation
Person: thats all
Bot: In your own words: The first part.
-> kept: Good times: Mornings, after five, or at weekends
-> kept: When it happened or started: about 2019, in the summer
Person: send
-> queue: Q5_OTHER_FORCE_EW by rule other-force
-> sent: The second part.
