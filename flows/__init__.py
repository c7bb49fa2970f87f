"""The conversation: questions, moves, routing, summary. No Telegram, database or clock.

`load_flow()` reads the content; `take_turn(...)` decides one move.
"""
