"""The page stage: captures in, a profile out. Nothing here knows of signals, roles or the API."""
