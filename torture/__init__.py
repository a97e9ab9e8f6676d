"""Breaking things on purpose, on this machine's loopback address alone, and looking whether what we promise still holds."""
