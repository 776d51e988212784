"""Words as data: YAML files, many of whose entries carry examples and counter-examples, and the loader that validates them."""
