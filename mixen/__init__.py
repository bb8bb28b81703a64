"""Mixen in Mokum: settings, addresses, the queue and the doors to PDF, mail and spreadsheets."""

from mixen.celery import app as celery_app

__all__ = ["celery_app"]
