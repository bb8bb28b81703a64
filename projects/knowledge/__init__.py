"""The knowledge centre: Markdown as page and paper, how it is searched, and the programme's own texts."""
