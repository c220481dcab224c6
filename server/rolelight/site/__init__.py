"""The start page and the demo profiles."""
