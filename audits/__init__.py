"""What is asked of the packages we build on: are there known holes (`dependencies`), and under which licence are they."""
