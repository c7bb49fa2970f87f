"""Signing in by passkey, again within a session (step-up), and the first time by invitation."""
