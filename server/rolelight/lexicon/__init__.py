"""The lexicon: signals as data files, and the matcher that finds them in text."""
