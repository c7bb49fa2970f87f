"""Who may use the console. Administrators only, and nobody changes her own account here."""
