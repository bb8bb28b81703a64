"""The knowledge centre: how Markdown becomes a page or paper, how it is searched, and the programme's own first texts."""
