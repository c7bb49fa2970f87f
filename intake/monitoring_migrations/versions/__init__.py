"""The steps, oldest first; a released one never changes."""
