# Someone remembers a decade, then only that it was before it: one tap ends the question each time.
Taps: Continue | No | Yes | 18 or over | Continue | Yes, keep them
Taps: Answer some questions first | Yes, to me | No | Metropolitan Police (London)
Taps: 2016 or before
Bot: Which of these is nearest? It is fine to be unsure.
Taps: 1990 to 1999
Bot: Which year is nearest?
Taps: Skip
Bot: Is it still happening?
-> kept: When it happened or started: 1990 to 1999
Taps: Back | 2016 or before | 1979 or before
Bot: Is it still happening?
-> kept: When it happened or started: 1979 or before
Taps: Back | 2025 | Leave
-> stranger
