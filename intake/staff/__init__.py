"""Staff of the legal team: who they are, how they sign in, and their wrapped keys."""
