"""The guide format itself: front matter, labels, short values, and the exact form that the bank writes."""
