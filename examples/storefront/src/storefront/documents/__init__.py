"""Documents for customers."""
