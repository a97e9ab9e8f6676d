"""What visitors practise with and take away. No models: all state is in the address, or on the visitor's own device."""
