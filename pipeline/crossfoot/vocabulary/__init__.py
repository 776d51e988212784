"""Words as data: YAML files with examples and counter-examples, and the loader that validates them."""
