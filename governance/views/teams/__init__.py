"""Pages about teams: who is in them, the hours they spend, what it all costs."""
