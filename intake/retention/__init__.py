"""How long a report is kept, and its end: clocks, holds, and deletion by two people.

`terms` is the arithmetic (pure), `clock` says what is due and why, `holding` keeps a report from
its end, `deleting` brings it, once two people agreed (`approving`), `copies` lists what left the
store before, `returned` deletes again what a restored backup brought back. Nothing is ever deleted
by a clock alone: a clock puts a report on a list.
"""
