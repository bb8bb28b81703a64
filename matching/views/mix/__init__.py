"""The pages of one mix meeting, a module per step."""
