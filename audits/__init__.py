"""What is asked of the packages we build on: known holes (``dependencies``), and under which licence they are."""
