"""A web page as an article: its own text line by line, which lines are the body, and what its tags state about it."""
