"""Who works with the application: users, logging in, and the trace of what they did. Knows no other app."""
