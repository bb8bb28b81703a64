"""The pages of a project, by subject."""
