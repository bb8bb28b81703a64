"""What a project tells the world: texts filled from its data, folder and poster, and the pages for everybody."""
