"""Stands in for the two modules of numpy that give its functions their descriptions, which nobody reads here."""
