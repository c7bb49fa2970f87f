# He begins, thinks again and deletes everything. It is asked once.
Taps: Continue | No | Yes | 18 or over | Continue | Yes, keep them
Taps: Only show me support | More services | Back | Back to the three choices | Only show me support
Taps: Delete everything
Bot: Delete everything that is kept here
Taps: Keep it | Back to the three choices | Answer some questions first | Yes, to me
Taps: More | Delete everything | Delete everything
Bot: That is deleted
-> nothing kept
Taps: Start again | Continue | No | Yes | 18 or over | Continue | Yes, keep them
Taps: Answer some questions first | Yes, to me
Person: delete
Taps: Delete everything
-> nothing kept
-> nothing sent
