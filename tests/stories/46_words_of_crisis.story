# In her own account the words stay as she typed them; the crisis card comes before the next
# question, and after it she is where she was. Staff learn that the card came up, if she sends.
Taps: Continue | No | Yes | 18 or over | Continue | Yes, keep them | Answer some questions first
Taps: Yes, to me | No | Metropolitan Police (London) | In the last 10 days | Carry on
Taps: It happened once | No | No | None | Neither | No | Add what happened | Continue | In my own words
Person: It was after the training day.
Bot: Kept so far: 1.
Person: Some nights I want to
Bot: Kept so far: 2.
Person: die. I can't tell anyone.
Bot: Thank you for writing that.
Bot: Samaritans: call 116 123, day and night.
Bot: Shout: text SHOUT to 85258, day and night.
Bot: NHS 111, mental health: call 111, day and night. Choose the mental health option.
Not: Childline
Bot: If you send later, the team can see that I showed these numbers.
Person: He told me nobody would believe it.
Bot: Thank you for writing that.
Taps: Carry on
Bot: Kept so far: 4.
Person: I still have the messages.
Bot: Kept so far: 5.
Taps: That's all
-> kept: It was after the training day.
-> kept: die. I can't tell anyone.
-> kept: He told me nobody would believe it.
Taps: Police officer | Yes, at work | Carry on | I agree
Person: they are outside my house now
Taps: Stop for now | Carry on | I don't know it | Phone
Person: 020 7946 0000
Taps: Any time | That's all | Either
Taps: Just ring off
Person: Sam
Taps: Nothing | That's all | To be heard | That's all | Send
-> queue: Q0_SAFETY by rule danger
-> because: immediate_danger yes
