"""Rolelight for a team: gunicorn, tokens per person, metrics, logs. An extra, which nothing else loads."""
