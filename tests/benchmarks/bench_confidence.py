"""How often claims of each confidence have firm and metric right: the table `trust` of vocabulary/rules.yaml.

python tests/benchmarks/bench_confidence.py GOLD_FOLDER CLAIMS.jsonl    (GOLD_FOLDER holds score.py and dev_claims.jsonl)
"""

from __future__ import annotations

import json
import sys
from itertools import pairwise
from pathlib import Path

from crossfoot.vocabulary.rules import rules


def main(gold: Path, claims: Path) -> None:
    """Prints a line for each band of confidence."""
    sys.path.insert(0, str(gold))
    import score

    wanted, made = (
        [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        for path in (gold / "dev_claims.jsonl", claims)
    )
    _, _, pairs, counted = score.score(wanted, made)
    found = [
        (counted[at]["confidence"], {"firm", "metric"} <= score.fields(wanted[of], counted[at]))
        for of, at in pairs.items()
    ]
    for low, high in pairwise([*(each.least for each in rules().trust), 1.01]):
        band = [right for confidence, right in found if low <= confidence < high]
        print(f"from {low}: {sum(band)} of {len(band)} right, {100 * sum(band) / max(1, len(band)):.0f} of 100")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
