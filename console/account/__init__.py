"""What each person does for herself: passkeys, sessions, her own keys for reading reports."""
