# Hana is asked who she is, on her terms: counted, in nothing that is sent, gone from the draft.
Taps: Continue | No | Yes | 18 or over | Continue | Yes, keep them | Ask a person to contact me
Taps: Metropolitan Police (London) | Skip | I agree | I'll contact you | Send
Taps: Continue | Continue | Go on | Add more | Yes, keep them | None
Taps: About me
Bot: May I ask six short questions about you?
Taps: No
Bot: What would you like to add?
Taps: About me
Person: send what i have
Bot: May I ask six short questions about you?
Taps: Yes, ask me
Bot: Which of these describes you best?
Taps: Woman | Back | Man | Back | Non-binary | Back | Another term | Back | I'd rather not say | Back | Woman
Taps: Asian or Asian British | Back | Black, Caribbean or African | Back | Mixed or multiple groups | Back
Taps: White | Back | Another group | Back | I'd rather not say
Taps: 18 to 24 | Back | 25 to 34 | Back | 45 to 54 | Back | 55 to 64 | Back | 65 or over | Back
Taps: I'd rather not say | Back | 35 to 44
Taps: Straight | Back | Gay or lesbian | Back | Another term | Back | I'd rather not say | Back | Bisexual
Taps: Yes | Back | No | Back | I'd rather not say | Back | Skip
Taps: Christian | Back | Muslim | Back | Hindu | Back | Sikh | Back | Jewish | Back | Buddhist | Back
Taps: Another one | Back | I'd rather not say | Back | No religion
Bot: This is what will be counted
Bot: Age group: 35 to 44
Not: Disability
Not: Police or court case
Person: send
Bot: This is what will be counted
Taps: Delete everything | Keep it | Count these answers
Bot: Thank you. That is counted now.
-> nothing kept
-> counted: about_age from_35_to_44
-> counted: about_ethnicity prefer_not
-> counted: about_religion none
Taps: Start again
-> stranger
# Another time she begins it, and then adds something else: nothing of it is sent.
Person: {code}
Taps: Add more | No | Yes | 18 or over | Yes, keep them | None | About me | Yes, ask me | Woman
Taps: Skip | Skip | Skip | Skip | Skip
Bot: Gender: Woman
Taps: Add something else | Others affected
Bot: That does not fit your new answer, so it is removed: Being counted, Gender
Taps: Yes | I agree
Not: Woman
Taps: Send
-> sent: Others affected: Yes
