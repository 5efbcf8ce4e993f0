"""What waits for a person in governance: one file per subject, registered by `governance.apps`."""
