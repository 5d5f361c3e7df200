"""What one article says: mentions, quotes, meetings."""
