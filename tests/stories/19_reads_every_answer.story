# Someone takes time: looks at each answer, goes back, and chooses again.
Taps: Continue | No | Yes | 18 or over | Continue | Yes, keep them
Taps: Answer some questions first | Yes, to me | No
Taps: More than one | I don't know | Back
Person: one in London and one in Kent
Bot: Please look at your words once more.
Taps: Keep it | England | Back | Wales | Back | Scotland | Back | Northern Ireland | Back | Outside the UK | Back
Taps: Online | Back | Not sure
Taps: I'd rather not say | Back | In the last 10 days
Bot: This may or may not fit what happened.
Bot: England: Find a sexual assault referral centre (SARC): nhs.uk
Bot: Scotland: NHS sexual assault response service (SARCS): call 0800 148 88 88
Taps: Carry on
Taps: I'd rather not say | Back | Yes | I'd rather not say | Back | Yes | Back | Not sure
Taps: I'd rather not say | Back | We are related | Back | We are partners, or were | Back
Taps: We work together | Back | We live together | Continue
Taps: I'd rather not say | Back | About both | Back | Not sure | Back | None
Taps: Not sure | Back | I'd rather not say | Back | Neither
Taps: Yes, for a claim or complaint | Take a break | Carry on | Add what happened
Taps: Take a break | Carry on | Show me support | Back
Taps: Skip this part | Back | Continue | In my own words
Person: {long}
Taps: Leave it for a person | Back | Back | Both | Skip
Taps: I'd rather not say | That's all | Back | I'd rather not say | Not sure | That's all | Back | Not sure
Taps: Sexual comments or messages | Kept contacting me | Became close through their job | Used police records to find me
Taps: Touching I did not want | Sexual violence | During a search or in custody
Taps: Photos, filming or sharing | Exposure or other sexual acts | Online or on an app
Taps: By a partner or an ex | Police handled a report badly | Treated badly for complaining
Taps: At my police workplace | Something else | That's all
Taps: Police officer | Back | Special constable | Back | PCSO (community support) | Back | Custody staff | Back
Taps: Other police staff | Back | Volunteer | Back | Contractor | Back | Several people | Back
Taps: Not sure | Back | I'd rather not say
Taps: Yes, at work | Back | Off work, but used the role | Back | Off work | Back | Both | Back
Taps: It was online | Back | Not sure | Back | I'd rather not say
Taps: Show me support | Back | Take a break | Carry on | Carry on | I agree | Skip
Taps: Phone
Person: 07700 900000
Taps: Afternoons | Mornings | Evenings | Any time | That's all
Taps: Either | Back | Voicemail only | Back | Text only | Back | Neither
Taps: Ask only for me | Back | Say they will try later | Back | Just ring off
Taps: Skip
Taps: Easy Read | Something else | More time | That's all
Taps: Compensation | Support only | Change in the police | Help with a complaint | An apology
Taps: To be heard | That's all
-> kept: Where it happened: Not sure
-> not kept: one in London and one in Kent
Taps: Delete everything | Keep it | Send
-> queue: Q0_SAFETY by rule safety
