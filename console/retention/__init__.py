"""What is due to go, what was withdrawn, and what waits for a second person."""
