"""One report: its page, what the page's script asks for, and what staff do with it."""
