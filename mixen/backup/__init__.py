"""Copies of everything in one sealed file, and putting one back: ``manage.py backup`` and ``manage.py restore``."""
