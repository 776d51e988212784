"""`crossfoot schema`: the JSON Schema of every record."""

from __future__ import annotations

from crossfoot.commands.options import Out


def schema(out: Out) -> None:
    """Write the JSON Schema of every record.

    Writes article, claim, finding, verdict and rejection.schema.json into the folder.
    """
    from crossfoot import store
    from crossfoot.schemas import schemas

    for name, text in schemas().items():
        store.write_text(out / name, text)
