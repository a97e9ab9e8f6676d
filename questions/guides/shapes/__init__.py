"""The shapes that people's own documents have, Markdown of any build and tables, told apart and made into guides."""
