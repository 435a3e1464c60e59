"""What this app announces to the apps above it."""

from django.dispatch import Signal

reorganisation_recorded = Signal()
"""Sent on commit with `reorganisation`, after validity and successors are written; whoever holds
open work of the predecessors may then carry it over. Never needed for the record itself."""
