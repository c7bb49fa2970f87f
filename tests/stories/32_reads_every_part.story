# Wanda takes her time over every part: looks at each answer, goes back, and chooses again.
Taps: Continue | No | Yes | 18 or over | Continue | Yes, keep them | Ask a person to contact me
Taps: Metropolitan Police (London) | Skip | I agree | I'll contact you | Send
Taps: Continue | Continue | Go on | Add more | Yes, keep them | Not sure
Bot: From here I keep what you tap
Taps: Continue | Dates
Taps: It happened once | Back | In the last 10 days | Back | 2025 | Back | 2022 to 2024 | Back | 2017 to 2021 | Back | 2016 or before | Back | I don't remember | Back | I'd rather not say | Back
Taps: Earlier in 2026 | That is near enough
Taps: The police are looking into it | Back | Someone is charged | Back | A trial date is set | Back | Not sure | Back | I'd rather not say | Back
Taps: It has ended
Taps: A trial | Back | An interview | Back | A last day | Back | Something else | Back | No date | Back | Not sure | Back | I'd rather not say | Back
Taps: A hearing
Taps: This week | Back | This month | Back | Next month | Back | Later than that | Back | I'd rather not say | Back
Taps: I don't know
Bot: May people at Example Legal Team read what you send
Taps: Back | Back | Back | Back | Back
Bot: What would you like to add?
Taps: What happened
Bot: The next part is about what happened.
Taps: Skip this part
Bot: What would you like to add?
Taps: Back | Back | Back | Back | None
Taps: A complaint
Taps: I don't know | I'd rather not say | That's all | Back | I'd rather not say | Nobody | That's all | Back | Nobody
Taps: Crimestoppers | PIRC (Scotland) | Northern Ireland Ombudsman | A solicitor | An employer
Taps: An MP | A support service | That's all
Taps: No complaint was made | Back | Told them, nothing formal | Back | A complaint was made | Back | Taken "outside Schedule 3" | Back | The force is looking into it | Back | A watchdog is looking into it | Back | Not sure | Back | I'd rather not say | Back
Taps: There is a police hearing
Taps: A misconduct meeting | Back | An accelerated hearing | Back | Not sure | Back
Taps: A misconduct hearing
Not: a number at the top
Taps: Back | Back | There is a decision
Taps: No further action | Back | Service was acceptable | Back | Service was not acceptable | Back | A case to answer | Back | Reflective practice | Back | Not proven | Back | Misconduct | Back | Gross misconduct | Back | I don't know | Back | I'd rather not say | Back
Taps: No case to answer
Taps: A lower rank | Back | A written warning | Back | A final written warning | Back | Dismissed | Back | Dismissed, but had left | Back | Left before a decision | Back | On the barred list | Back | Appealed or overturned | Back | I don't know | Back | I'd rather not say | Back
Taps: Nothing
Taps: Earlier in 2026 | Back | 2025 | Back | Longer ago | Back | There is no letter | Back | I don't remember | Back | I'd rather not say | Back
Taps: In the last month | Not sure which | I don't know it
Taps: Back | Back | Back | Back | Back | Back | Back
Bot: What would you like to add?
Taps: Evidence | Nothing | Not sure | I'd rather not say | That's all | Back
Taps: I'd rather not say | Emails | Social media | Letters | Photos or video | Medical notes | A police reference | That's all
Taps: Back | Back
Taps: Effects, and any treatment | Continue | Not sure | I'd rather not say | That's all | Back | I'd rather not say
Taps: Money | Home life | An injury | Other things | Feeling less safe | That's all
Taps: No | Back | I don't remember | Back | I'd rather not say | Back
Taps: Back | Back | Back
Bot: What would you like to add?
Taps: Others affected
Taps: Yes | Back | No | Back | I don't know | Back | I'd rather not say | Back
Taps: Back
Taps: Being treated differently | None of these | Not sure | I'd rather not say | That's all | Back | I'd rather not say
Taps: Age | Disability | Being trans | Pregnancy | Religion or belief | Sexual orientation | Another thing | That's all
Taps: Back | Back
Taps: What was going on
Taps: I had asked for help | Back | In custody | Back | Stop and search | Back | A traffic stop | Back | A mental health call | Back | A protest | Back | I don't remember | Back | I'd rather not say | Back
Taps: Something else
Taps: We were partners | Back | Training or a course | Back | Online | Back | In public | Back | Something else | Back | I don't remember | Back | I'd rather not say | Back
Taps: Back | Back
Taps: The person
Taps: Two or more | Back | I don't know | Back | I'd rather not say | Back
Taps: One
Taps: Yes, as before | Back | Suspended | Back | Left | Back | Retired | Back | Dismissed | Back | I don't know | Back | I'd rather not say | Back
Taps: Back | Back
Taps: Reaching me
Taps: Yes, it is still safe | No | Back | Not sure | Back | I'd rather not say | Back
Taps: Yes | I agree
Taps: Yes | Back | Not sure | Back
Taps: No
Taps: Only me | Back | Someone who can know | Back | Not sure | Back | I'd rather not say | Back
Taps: Someone who must not know
Taps: Ask only for me | Back | Say they will try later | Back
Taps: Just ring off
Bot: This is what will be sent.
Taps: Change something | Part | Change | The person
Bot: That does not fit your new answer, so it is removed: Way to reach you still safe, Worried about trouble, Ring from a hidden number
Bot: Was it one person, or more?
Taps: Two or more | I don't know
Bot: If you know it, you can type a name or number
Taps: I don't know it | I don't know it | I don't know it | I don't remember
Bot: This is what will be sent.
Taps: Send
-> sent: People from the police: Two or more
