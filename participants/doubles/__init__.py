"""People on record twice: who may be the same, and making one of two."""
