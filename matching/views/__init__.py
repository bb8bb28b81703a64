"""The pages about couples, by subject."""
