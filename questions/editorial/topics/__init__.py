"""Topics as a whole: merged, renamed, split, removed. Old names and addresses lead on."""
