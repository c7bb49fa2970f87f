# He wants no draft. Support is shown all the same, and nothing is stored.
Taps: Continue | No | Yes | 18 or over | Continue | No
Bot: That is fine. Nothing you answered this time has been kept.
Bot: Help shows services that can support you. You can also ring Example Legal Team
Taps: Show me support
Bot: You can get help in different ways. 999 reaches the police.
Taps: More services | Back | More | Privacy
Bot: Example Campaign runs this chat.
Taps: Back | Help | If you cannot speak or hear
Bot: 999 without speaking (Silent Solution): Call 999 and listen.
Bot: 999 by text message (emergencySMS): text 999, day and night. Only if your phone was registered
Bot: Relay UK: call 18000
-> nothing kept
-> nothing sent
