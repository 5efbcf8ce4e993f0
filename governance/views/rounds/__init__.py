"""Pages of the rounds: holding one, letting people in, answering, and the report."""
