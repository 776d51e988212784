"""`crossfoot schema`: the JSON Schema of every record."""

from __future__ import annotations

from crossfoot.commands import screen
from crossfoot.commands.options import Json, Out, Quiet


def schema(out: Out, quiet: Quiet = False, json: Json = False) -> None:
    """Write the JSON Schema of every record.

    Writes article, claim, finding, decision, verdict and rejection.schema.json into the folder.
    """
    from crossfoot import store
    from crossfoot.schemas import schemas

    texts = schemas()
    for name, text in texts.items():
        store.write_text(out / name, text)
    if json:
        screen.as_json({"files": [out / name for name in texts]})
    screen.talk(f"{len(texts)} schemas in {out}", quiet=quiet or json)
