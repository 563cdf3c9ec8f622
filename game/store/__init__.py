"""Sessions on disk: one file a session, an append-only list of lines, flushed before the screen changes.

`stored` is what a file holds, `file` writes and reads it (SQLite), `salvage` reads what is left of a damaged one,
`recording` plays a session and keeps its file in step.
"""
