"""Writes companies.tsv: listed companies in news spelling, from the table of SEC tickers that edgartools carries.

    pip install edgartools==5.62.0 pyarrow wordfreq        # in an environment of its own
    python build_companies.py PATH/TO/edgar/reference/data/company_tickers.parquet companies.tsv

One row for one SEC filer (CIK), in the order of the source (greatest market value first):
name, ticker, other tickers, CIK, aliases (`|`), flag. The flag is empty for a name that decides by itself, `context`
for one made of everyday words that large firms bear (`Target`, `Visa`), `suffix` for a small firm's everyday words,
which count only where its legal suffix or ticker is printed beside them.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from pathlib import Path
from typing import Any


def word_set(text: str) -> frozenset[str]:
    """The words of a text."""
    return frozenset(text.split())


LEGAL = word_set(
    """
    inc incorporated corp corporation co company companies ltd limited llc lp llp plc ag sa nv se spa asa ab as
    oyj kgaa bv sarl sab cv de pbc group holding holdings adr hldg hldgs trust the pte bhd tbk gmbh ord shs new
    cos n.v s.a p.l.c l.p s.p.a
    """
)
# Words that say what a firm does; the papers drop them: "Micron" for Micron Technology.
DESCRIPTIVE = word_set(
    """
    technology technologies platforms systems communications international pharmaceuticals pharmaceutical
    therapeutics biosciences biotherapeutics semiconductors semiconductor laboratories industries enterprises
    financial bancorp bancshares energy resources software networks entertainment stores motors motor global
    worldwide wholesale interactive markets brands services solutions automotive airlines aerospace petroleum
    health healthcare foods sciences robotics labs computer electronics instruments products companies aviation
    oil pharma biotech holdings steel chemical chemicals mining minerals metals
    """
)
KEEP_CAPITALS = word_set(
    """
    USA US UK ADT AES AMC AMD ASE ATI BP BCE BHP BJ BRP BWX CBRE CDW CME CNA CNH CSX CTS CVS DHT DHI EOG EQT
    ESAB FMC FNB GE GSK HCA HP HSBC IBM ICU ING INSW ITT JBT KBR KKR KLA LKQ LCI LPL MGM MGIC MSA MSC MSCI NCR
    NRG NVR PACS PBF PG PNC PPG PPL PVH RLI RPM RTX RXO SAP SBA SEI SLM SPX TC TD TE TJX TTM TXNM UBS UGI UMB
    UPS USG VF WEX WSFS XPO YPF DTE WEC CMS OGE NOV NXP APA CF HF EMC DXC NEC AGC SK KT POSCO TDK IHI II III IV
    """
)
SMALL = word_set(
    """
    of and the de for in on at y e di du la
    """
)
LARGE_RANK = 700
SHORTENED_RANK = 2500
EVERYDAY = 3.4
EVERYDAY_PAIR = 4.0


def news_case(word: str) -> str:
    """A word of an all-capitals name as a paper prints it: NVIDIA is Nvidia, IBM stays."""
    low = word.lower()
    if low in SMALL:
        return low
    if word in KEEP_CAPITALS or "&" in word or any(c.isdigit() for c in word) or not re.search("[AEIOUY]", word):
        return word
    return re.sub(r"(^|[-'’])([a-z])", lambda m: m.group(1) + m.group(2).upper(), low)


def clean(name: str) -> str:
    """Without the state of incorporation (`/DE/`) and the like, and in news spelling."""
    name = re.sub(r"\s*/\s*[A-Za-z ]*/?\s*$", "", name).strip(" /")
    name = re.sub(r"\s*\((?:[^()]*)\)\s*$", "", name)
    words = name.split()
    shouting = sum(w.isupper() for w in words if w.strip(".,").lower() not in LEGAL and len(w) > 1)
    if shouting * 2 > sum(w.strip(".,").lower() not in LEGAL and len(w) > 1 for w in words):
        words = [news_case(w) if w.isupper() else w for w in words]
        words[0] = words[0][:1].upper() + words[0][1:]
    return " ".join(words)


def strip_legal(name: str) -> str:
    """Legal suffixes off the end until none is left; never empty."""
    words = name.replace(",", " ").split()
    while len(words) > 1 and (words[-1].strip(".").lower() in LEGAL or words[-1] in {"&", "-", "and"}):
        words.pop()
    if len(words) > 1 and words[0].lower() == "the":
        words.pop(0)
    return " ".join(words).strip(" .-&") or name


def short_form(core: str) -> str | None:
    """`Micron` of `Micron Technology`; None where nothing is to be dropped."""
    words = core.split()
    while len(words) > 1 and words[-1].lower() in DESCRIPTIVE:
        words.pop()
    short = strip_legal(" ".join(words))
    return short if short != core else None


def flag_of(core: str, rank: int, zipf: Any) -> str:
    """How far a bare name may be trusted, by how common its words are."""
    words = [w for w in re.findall(r"[^\W\d_]+", core) if w.lower() not in SMALL]
    if not words:
        return "suffix" if len(core) < 3 else ""
    if len(words) == 1 and core.isupper() and len(core) <= 4:
        return "context" if rank < LARGE_RANK and len(core) > 1 else "suffix"
    limit = EVERYDAY if len(words) == 1 else EVERYDAY_PAIR
    everyday = all(zipf(w.lower(), "en") >= limit for w in words)
    if not everyday:
        return ""
    if len(words) > 1:
        return "" if rank < LARGE_RANK else "suffix"
    return "context" if rank < LARGE_RANK else "suffix"


def rows_of(source: list[dict[str, Any]], zipf: Any) -> list[list[str]]:
    """The table's rows; a CIK's further tickers go to its first row."""
    firms: dict[str, dict[str, Any]] = {}
    for rank, row in enumerate(source):
        if not row["name"] or not row["cik"]:
            continue
        if row["cik"] in firms:
            firms[row["cik"]]["others"].append(row["ticker"])
        elif not re.search(r"\bfunds?\b|\bETF\b|acquisition corp|acquisition co\b", row["name"], re.IGNORECASE):
            firms[row["cik"]] = {"name": clean(row["name"]), "ticker": row["ticker"], "others": [], "rank": rank}
    cores = {cik: strip_legal(firm["name"]) for cik, firm in firms.items()}
    taken = Counter(core.lower() for core in cores.values())
    shorts = Counter(s.lower() for core in cores.values() if (s := short_form(core)))
    first_words = Counter(core.split()[0].lower() for core in cores.values())
    rows = []
    for cik, firm in firms.items():
        core = cores[cik]
        aliases = []
        short = short_form(core)
        if short and firm["rank"] < SHORTENED_RANK and not flag_of(short, LARGE_RANK, zipf) and len(short) > 3:
            alone = not taken[short.lower()] and shorts[short.lower()] == 1
            if alone and (" " in short or first_words[short.lower()] == 1):
                aliases.append(short)
        others = [t for t in firm["others"] if not re.search(r"-P[A-Z]?$|W$|WS$|U$|R$", t)]
        rows.append(
            [
                core,
                firm["ticker"],
                " ".join(others),
                cik.lstrip("0"),
                "|".join(aliases),
                flag_of(core, firm["rank"], zipf),
            ]
        )
    return rows


def main() -> None:
    """Reads the parquet file, writes the table."""
    import pyarrow.parquet as parquet
    from wordfreq import zipf_frequency

    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("source", type=Path)
    parser.add_argument("target", type=Path)
    args = parser.parse_args()
    rows = rows_of(parquet.read_table(args.source).to_pylist(), zipf_frequency)
    lines = [
        "\t".join(["name", "ticker", "other_tickers", "cik", "aliases", "flag"]),
        *("\t".join(row) for row in rows),
    ]
    args.target.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
