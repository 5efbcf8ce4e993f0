"""Pages about the core strategy, goals, indicators and the guided start."""
