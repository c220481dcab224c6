"""Fits the weights to labelled job entries, regularised towards the lexicon's judgement.

Needs the optional extra `train` (scikit-learn and with it numpy and scipy); the server never loads it.
"""
