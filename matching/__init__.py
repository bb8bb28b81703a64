"""Couples: choosing, forming, following and ending them. Knows participants; knows nothing of places."""
