"""Pages about policies: reading them, writing them, deciding on them."""
