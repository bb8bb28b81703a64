"""Registering: what is asked, how a tablet's sealed records are opened, and what happens to what arrives."""
