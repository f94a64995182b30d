"""Makes the tagger of names: `python -m training.names`."""
