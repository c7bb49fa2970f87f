# A friend saw it. The questions are about the other person, who stays without a name.
Taps: Continue | No | Yes | 18 or over | Continue | Yes, keep them
Taps: Answer some questions first | I saw it or know of it
Taps: Carry on
Bot: Is the person it happened to under 18 now? Please leave out their name
Taps: No | No
Bot: Which police force was the person from the police in?
Person: Cardiff
Taps: South Wales Police | I don't remember | It happened once
Bot: Was the person it happened to under 18 then?
Taps: No
Bot: Is the person it happened to still in contact with the person from the police?
Taps: No | Not sure | Neither | No | Add what happened | Continue | Continue | From a list
Taps: Kept contacting them | That's all | Police officer | Not sure | Carry on | I agree | Phone
Person: 07700 900777
Taps: Mornings | That's all | Text only
Taps: Just ring off
Person: A friend
Taps: Skip | Send
-> queue: Q13_WITNESS_OR_OTHER by rule witness
