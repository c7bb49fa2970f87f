"""The first page after signing in: where each role begins."""
