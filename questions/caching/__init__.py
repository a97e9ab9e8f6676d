"""Public pages rendered once for each state of the bank: version (of the content), edition (with time and release), store."""
