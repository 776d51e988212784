"""A summary's claims against a table become Verdicts."""
