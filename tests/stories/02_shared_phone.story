# Someone else can open her phone. She chooses a word, leaves, and comes back with it.
Taps: Continue | Yes
Bot: Signing a device out, or changing settings, can be noticed.
Taps: Continue | Yes | 18 or over | Continue | Yes, keep them
Bot: To open your answers again later
Person: two words
Bot: Please type one word of 4 to 40 letters
Person: bluebell
Bot: Your word is kept.
Taps: Answer some questions first | Yes, to me
Taps: Leave
Bot: This is an automated chat
-> stranger
Person: /review
-> stranger
Person: marigold
-> stranger
Person: Bluebell
Bot: Your answers are kept. Would you like to carry on?
Not: Yes, to me
Taps: Carry on
Bot: Do you work or volunteer for the police, now or when it happened?
-> kept: Who it happened to: Yes, to me
Taps: More | Take a break
Bot: Leave clears this chat as far as I can. To come back, type your word here.
Taps: Carry on | More | Take a break | Choose how long | 36 hours | Leave for now
-> stranger
Person: start
-> stranger
Person: bluebell
Taps: Start again
Bot: What would you like to do?
-> not kept: Who it happened to
Taps: Leave
Person: bluebell
Taps: Delete everything | Delete everything
Bot: That is deleted
-> nothing kept
Taps: Start again
Bot: This is an automated chat
