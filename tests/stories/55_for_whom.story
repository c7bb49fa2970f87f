# She looks for services that fit, before anything is kept.
Taps: Help | More services | For someone in particular | Men
Bot: Men's Advice Line
Taps: Back | Help
Taps: More services | For someone in particular | LGBT+ people | Back | Help
Taps: More services | For someone in particular | Black or minority ethnic | Back | Help
Taps: More services | For someone in particular | Immigration worries | Back | Help
Taps: More services | For someone in particular | Deaf people | Back | Help
Taps: More services | For someone in particular | Disabled people | Back | Help
Taps: More services | For someone in particular | Older people | Back | Help
Taps: More services | For someone in particular | Under 18 | Back | Help
Taps: More services | For someone in particular | People who sell sex | Back | Help
Taps: More services | For someone in particular | A partner or relative | Back | Help
Taps: More services | For someone in particular | Private pictures | Back | Help
Taps: More services | For someone in particular | Stalking | Back | Help
Taps: More services | For someone in particular | Harm as a child | Back | Help
Taps: More services | For someone in particular | Harm at work | Back | Help
Taps: More services | For someone in particular | Legal advice | Back
-> nothing kept
