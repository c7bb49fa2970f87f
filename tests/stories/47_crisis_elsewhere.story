# Outside her own account nothing of the words is kept: not in a search for a force, not in a
# date, not in a name. Each card has the ways that fit: for danger, for a child, for Scotland.
Taps: Continue | No | Yes | 18 or over | Continue | Yes, keep them | Answer some questions first
Taps: Yes, to me | No
Person: hes outside my house right now with a knife
Bot: Thank you for writing that. No person answers here now, and this chat cannot send anyone.
Bot: Emergency services: call 999
Bot: 999 without speaking (Silent Solution): Call 999 and listen.
Taps: If you cannot speak or hear
Bot: 999 without speaking
Taps: Back
Bot: What you typed last is not kept. You can go on here.
-> not kept: knife
Person: glasgow
Taps: Police Scotland
Person: since then I can't go on any more
Bot: NHS 24, mental health: call 111, day and night. Choose the mental health option.
Taps: Stop for now | Carry on
Bot: What you typed last is not kept.
Person: I can't go on any more
Taps: Show me support
Bot: You can get help in different ways. 999 reaches the police.
Taps: Back
Bot: What you typed last is not kept.
-> not kept: can't go on
Person: one evening in spring
-> kept: one evening in spring
Taps: It happened once | No | No | None | Neither | No | Send what I have | I agree | I don't know it | Phone
Person: 0131 496 0000
Taps: Any time | That's all | Either | Just ring off
Person: he is hurting my daughter
Bot: Thank you for writing that. No person answers here now. If a child or you are in danger
Bot: NSPCC Helpline: call 0808 800 5000
Bot: Childline: call 0800 1111
Taps: If you cannot speak or hear | Back
Person: he is hurting my daughter
Taps: Stop for now
Bot: Take the time you need.
Taps: Carry on
Bot: What you typed last is not kept.
Person: Jo
-> not kept: daughter
-> kept: Jo
Taps: Nothing | That's all | To be heard | That's all | Send
-> queue: Q0_SAFETY by rule danger
-> because: immediate_danger yes
