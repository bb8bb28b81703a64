"""Who saw or changed what: one list of the histories of all models and of the events beside them."""
