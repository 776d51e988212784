"""Not built yet: a summary's claims against a table will become Verdicts here."""
