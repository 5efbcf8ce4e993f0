"""The rules of training, without HTTP: one file per subject."""
