"""What is meant: one entity, one meeting, over all articles."""
