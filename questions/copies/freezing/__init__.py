"""The public site as static files: crawled in process, its links made relative, what needs a server taken out or sent there."""
