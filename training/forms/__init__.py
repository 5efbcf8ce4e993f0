"""Well-formed input: one file per subject."""
