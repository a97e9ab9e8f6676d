"""Questions that read much alike: found (finding), written down for editors (noting), and made one (merging)."""
