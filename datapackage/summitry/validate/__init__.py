"""Whether a package keeps its promises."""
