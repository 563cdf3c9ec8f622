"""The commands. `main` reads what was typed; each command has a file of its own, imported when it is used."""
