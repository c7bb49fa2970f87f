# She types when it was. Her words stay as they are; a date is kept only where she says so.
Taps: Continue | No | Yes | 18 or over | Continue | Yes, keep them
Taps: Answer some questions first | Yes, to me | No | Metropolitan Police (London)
Person: around Oct 2011, or that winter
Bot: Your words are noted as you typed them. Which of these do they mean?
Taps: Help | Back | Around October 2011
Bot: Is it still happening?
-> kept: When it happened or started: Around October 2011, around Oct 2011, or that winter
Taps: Back
Person: when I was 19
Bot: Is it still happening?
-> kept: When it happened or started: when I was 19
Taps: Back | 2025 | Add the month
Person: 03/04/2025
Taps: 3 April 2025
-> kept: When it happened or started: 3 April 2025, 03/04/2025
Taps: Back | 2025
Person: in the summer
Taps: Summer 2025 | It happened once | No | No | About me
Bot: Because of that answer your own words here are removed: When it happened or started. What you tapped stays.
-> kept: When it happened or started: Summer 2025
-> not kept: in the summer
