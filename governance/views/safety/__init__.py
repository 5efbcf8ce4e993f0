"""Pages about a safe place online: tools, privacy, incidents, nearness and distance."""
