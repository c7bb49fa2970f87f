# A man hurt in custody, with a trial coming. Nothing is taken in his words: they could be used there.
Taps: Continue | No | Yes | 18 or over | Continue | Yes, keep them
Taps: Answer some questions first | Yes, to me | No
Person: Salford
Taps: Greater Manchester Police | 2025 | That is near enough | It happened once | No | No | About me
Bot: Is there an official letter from the last 3 months
Taps: A date soon | Next month | That is near enough | Only for the criminal case | Add what happened | Continue
Bot: While there is a case, or may be one, please do not write what happened here.
Taps: Continue | From a list | During a search or in custody | Physical force | Pressure or threats | That's all
Taps: Custody staff | Yes, at work | Carry on | I agree
Not: name, or the number
Bot: How can the team reach you?
Person: they hurt me in the cell
-> not kept: cell
Taps: Post
Person: 1 Example Road
Person: Mr Example
Taps: Skip | Send
-> queue: Q1_DEADLINE by rule deadline
