# It was a body outside the UK: this team cannot act, and says so. He carries on.
(the team acts only about ew-metropolitan-police-service)
Taps: Continue | No | Yes | 18 or over | Continue | Yes, keep them | Answer some questions first
Taps: Yes, to me | No
Person: police in another country
Taps: Another country, or not police
Bot: This team cannot act about that one.
Taps: Who else can help | Back | Carry on
Taps: Outside the UK | I don't remember | Not sure | I don't remember | Not sure | Not sure | Not sure | Not sure | I'd rather not say
Taps: Send what I have | No
Bot: That is fine. None of this has been sent.
Taps: Show me support | Back | Delete everything | Keep it | Back to the question | I agree | I'll contact you | Skip | Send
-> queue: Q15_OUT_OF_SCOPE by rule out-of-scope
