"""The occupations of an O*NET database: read from its files (release), matched with roles and applied to them (applying)."""
