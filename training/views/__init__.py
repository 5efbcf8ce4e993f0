"""Pages about training: one file per subject."""
