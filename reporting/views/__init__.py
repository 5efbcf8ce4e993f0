"""Pages that read over every app: the plan of ten, the line of sight, where we stand."""
