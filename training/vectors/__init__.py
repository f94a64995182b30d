"""The static sentence vectors that the package ships: `python -m training.vectors`."""
