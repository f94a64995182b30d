"""The record's versions: each module leads from the one before to its own."""
