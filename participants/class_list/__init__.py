"""Reading a class list, as schools make them: from the bytes of a file to what was meant in each row.

``reading`` opens the file, ``columns`` finds what stands in which column, ``values`` understands single cells,
``rows`` puts them together, ``preview`` is what travels with the page. Nothing here knows a model.
"""
