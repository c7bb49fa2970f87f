# A man who remembers more with each card, changes his mind, and stops when it is near enough.
Taps: Continue | No | Yes | 18 or over | Continue | Yes, keep them
Taps: Answer some questions first | Yes, to me | No | Metropolitan Police (London)
Bot: When did it happen, or start?
Taps: 2017 to 2021
Bot: Which year is nearest? It is fine to be unsure.
Taps: 2020
Bot: Thank you. You can add more about when, or go on.
Taps: Back | 2019 | Add the month
Bot: Which month is nearest?
Taps: Help | Back | October 2019
Bot: Which day is nearest? The dates are in: October 2019.
Not: 31 October
Taps: It was around then
Bot: If it is safe, keep messages and emails as they are.
Bot: Is it still happening?
-> kept: When it happened or started: Around October 2019
Taps: It happened once
Person: review
Bot: When it happened or started: Around October 2019
Taps: Change something | When it happened or started | Change
Bot: When did it happen, or start?
Taps: 2025 | Add a time of year | Winter, late 2025
Bot: If it is safe, keep messages and emails as they are.
Bot: May people at Example Legal Team read what you send
-> kept: When it happened or started: Winter, late 2025
