"""The page stage: from the HTML of a capture to a profile as plain data."""
