"""Migrations of the draft database."""
