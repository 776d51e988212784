"""The commands, one a module: each parses its options, calls the journey, and says what came of it."""
