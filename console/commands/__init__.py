"""The console from a terminal: serving it, and inviting the first administrator."""
