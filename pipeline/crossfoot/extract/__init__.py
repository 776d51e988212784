"""spaCy components: a Doc with spans becomes Claims."""
