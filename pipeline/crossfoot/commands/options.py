"""Options and arguments that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

Paths = Annotated[
    list[str],
    typer.Argument(
        help="Articles, or folders of them: text, web pages, tables, feeds, mail, documents, archives; - reads what is piped in",
        show_default=False,
    ),
]
Out = Annotated[
    Path, typer.Option("--out", "-o", help="Folder that the files are written to; made where it is not there")
]
Quiet = Annotated[
    bool,
    typer.Option(
        "--quiet/--no-quiet", "-q", help="Print nothing but errors, and what --json asks for", show_default=False
    ),
]
Json = Annotated[bool, typer.Option("--json/--no-json", help="Print the result as one JSON object", show_default=False)]
