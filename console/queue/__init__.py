"""The queue: what came in, what cannot wait, and finding one report."""
