"""Articles in, whatever they come in."""
