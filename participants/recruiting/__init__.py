"""Recruiting: how far people came and by what, whom to invite, who came, and who is called because they did not."""
