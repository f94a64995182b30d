"""Makes the reader's model: data in, a model folder out, scores printed.

`python -m training` runs every step in order; docs/training.md tells what each one does.
"""
