"""Stands in for the two modules of numpy that describe its functions to who asks in Python: nobody does."""
