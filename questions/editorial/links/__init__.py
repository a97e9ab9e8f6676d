"""Whether the links of the bank still work: one look at each, politely, and never into a private network."""
