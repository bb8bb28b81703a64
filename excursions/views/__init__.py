"""What is shown of places, booklet and excursions."""
