"""Start at login: the file that each system wants, and what to do with it."""
