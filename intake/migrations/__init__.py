"""How the intake store's tables came to be; `python -m intake init` applies what is new."""
