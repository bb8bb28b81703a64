"""Places, the strippenboekje and the excursions. Knows matching: a couple signs up together."""
