"""The commands of `python -m intake`, for operators and for staff at a terminal."""
