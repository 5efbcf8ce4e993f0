"""Ready-made rows for tests, one file per app."""
