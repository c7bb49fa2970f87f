"""The staff's side in a browser. Not built yet: staff work in a terminal, `python -m intake`."""
