"""Tables: whole or not at all, the same bytes for the same records, and read back as they were."""

import json

import pandas as pd
import pyarrow.parquet as pq
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from crossfoot import store
from crossfoot.errors import TableError, UsageError
from crossfoot.records import Article, Block, Claim, Dropped, Finding, Rejection
from crossfoot.store.reading import CORE


def claim(**given):
    fields = {
        "claim_id": "c1",
        "doc_id": "a",
        "start": 12,
        "end": 23,
        "quote": "$20 billion",
        "sentence": "Sales were $20 billion.",
        "sentence_start": 1,
        "firm": "NA",
        "metric": "revenue",
        "value": 20e9,
        "value_low": 20e9,
        "value_high": 20e9,
        "unit": "USD",
        "rules": ("one", "two"),
    }
    return Claim(**{**fields, **given})


ARTICLE = Article(
    id="a",
    text="Sales were $20 billion.\nShare",
    blocks=(Block(start=0, end=23),),
    dropped=(Dropped(start=24, end=29, reason="share_bar"),),
)
FINDING = Finding(
    finding_id="f1",
    status="flag",
    kind="value_conflict",
    severity="high",
    firm="NA",
    metric="revenue",
    claim_ids=("c1", "c2"),
    explanation="“20” – no.",
)
REJECTION = Rejection(path="x.txt", reason="empty", detail="the text is blank")


def write(folder, claims=None):
    store.write_tables(
        folder, claims=claims or [claim()], findings=[FINDING], articles=[ARTICLE], rejections=[REJECTION]
    )


def test_the_same_records_give_the_same_bytes(tmp_path):
    for name in ("one", "two"):
        write(tmp_path / name)
    files = sorted(path.name for path in (tmp_path / "one").iterdir())
    assert files == [
        "articles.parquet",
        "claims.csv",
        "claims.jsonl",
        "claims.parquet",
        "findings.jsonl",
        "quarantine.jsonl",
    ]
    for name in files:
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


def test_whole_numbers_have_no_exponent_and_text_stays_as_it_is(tmp_path):
    write(tmp_path)
    text = (tmp_path / "claims.jsonl").read_text(encoding="utf-8")
    assert '"value": 20000000000,' in text
    assert list(json.loads(text)) == list(Claim.model_fields)
    assert "“20” – no." in (tmp_path / "findings.jsonl").read_text(encoding="utf-8")
    assert b"\r" not in (tmp_path / "claims.csv").read_bytes()
    assert "one|two" in (tmp_path / "claims.csv").read_text(encoding="utf-8")


ANY_TEXT = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0"), max_size=30)
NUMBER = st.floats(allow_nan=False, allow_infinity=False) | st.none()


@example("a\rb", None, None, "csv")
@settings(max_examples=40)
@given(ANY_TEXT, ANY_TEXT.filter(bool) | st.none(), NUMBER, st.sampled_from(["jsonl", "csv", "parquet"]))
def test_what_is_written_is_read_back(tmp_path_factory, sentence, firm, value, ending):
    folder = tmp_path_factory.mktemp("tables")
    claims = [claim(sentence=sentence, firm=firm, value=value, value_low=value, value_high=value), claim(claim_id="c2")]
    write(folder, claims)
    assert store.read_claims(folder / f"claims.{ending}") == claims


def test_frames_have_proper_dtypes():
    frame = store.claims_frame([claim(), claim(claim_id="c2", value=None, firm=None)])
    assert list(frame.columns) == list(Claim.model_fields)
    assert frame["firm"].tolist()[0] == "NA"
    assert frame["firm"].isna().tolist() == [False, True]
    assert (frame["start"].dtype, frame["value"].dtype) == (pd.Int64Dtype(), pd.Float64Dtype())
    assert isinstance(frame["modality"].dtype, pd.CategoricalDtype)
    assert store.claims_frame([]).dtypes.to_dict() == frame.dtypes.to_dict()
    assert store.findings_frame([FINDING])["claim_ids"][0] == ("c1", "c2")
    assert len(store.articles_frame([ARTICLE])) == 1


def test_articles_keep_their_text_and_what_was_dropped(tmp_path):
    write(tmp_path)
    (row,) = pq.read_table(tmp_path / "articles.parquet").to_pylist()
    assert row["text"] == ARTICLE.text
    assert json.loads(row["dropped"]) == [{"start": 24, "end": 29, "reason": "share_bar"}]


def test_optional_columns_may_be_missing(tmp_path):
    row = claim().model_dump(include=set(CORE))
    path = tmp_path / "claims.jsonl"
    path.write_text(json.dumps({**row, "note": "a column of the user's own"}) + "\n")
    (read,) = store.read_claims(path)
    assert read.sentence_start == 1
    assert read.firm == "NA"


@pytest.mark.parametrize("ending", ["csv", "jsonl", "parquet"])
@pytest.mark.parametrize("column", CORE)
def test_a_table_without_a_core_column_is_refused(tmp_path, column, ending):
    frame = store.claims_frame([claim()]).drop(columns=[column, "rules"])
    path = tmp_path / f"claims.{ending}"
    if ending == "csv":
        frame.to_csv(path, index=False)
    elif ending == "parquet":
        frame.to_parquet(path)
    else:
        frame.to_json(path, orient="records", lines=True)
    with pytest.raises(TableError, match=rf"no column {column}$"):
        store.read_claims(path)


def test_a_json_row_may_leave_out_what_is_null(tmp_path):
    first = claim().model_dump(mode="json")
    second = {
        key: cell for key, cell in claim(claim_id="c2", firm=None, date=None).model_dump().items() if cell is not None
    }
    path = tmp_path / "claims.jsonl"
    path.write_text(json.dumps(first) + "\n" + json.dumps(second) + "\n")
    assert [read.firm for read in store.read_claims(path)] == ["NA", None]


@pytest.mark.parametrize(("sign", "name"), [(";", "semicolons"), ("\t", "tabs"), ("|", "upright strokes")])
def test_another_separator_than_the_comma_is_named(tmp_path, sign, name):
    path = tmp_path / "claims.csv"
    store.claims_frame([claim()]).to_csv(path, index=False, sep=sign)
    with pytest.raises(TableError, match=f"separated by {name}; a claim table in CSV has commas$"):
        store.read_claims(path)


@pytest.mark.parametrize(
    ("value", "low", "high", "bound"),
    [(20e9, 20e9, 20e9, "="), (42.5, 40, 45, "="), (3, 3, None, ">"), (-3, None, -3, ">"), (None, 200, 900, "~"),
     (None, None, None, "~"), (-4, -3, -5, "="), (0.1 + 0.2, 0.3, 0.3, "=")],
)  # fmt: skip
def test_a_value_lies_between_its_ends(tmp_path, value, low, high, bound):
    path = tmp_path / "claims.jsonl"
    path.write_text(store.json_lines([claim(value=value, value_low=low, value_high=high, bound=bound)]))
    (read,) = store.read_claims(path)
    assert (read.value, read.value_low, read.value_high) == (value, low, high)


@pytest.mark.parametrize(("value", "low", "high"), [(7, 1, 2), (0.5, 1, 2), (2, 3, None), (2, None, 1), (-7, -1, -2)])
def test_a_value_outside_its_ends_is_refused(tmp_path, value, low, high):
    path = tmp_path / "claims.jsonl"
    bound = ">=" if None in (low, high) else "="
    outside = claim(value=value, value_low=low, value_high=high, bound=bound)
    path.write_text(store.json_lines([claim(claim_id="c0"), outside]))
    with pytest.raises(TableError, match=r"row 2, column value: .* lies outside value_low"):
        store.read_claims(path)


def test_the_claims_of_a_run_lie_between_their_ends(tmp_path, seed_run):
    seed_run.write(tmp_path)
    assert len(store.read_claims(tmp_path / "claims.jsonl")) == len(seed_run.claim_records)


def test_a_row_that_is_too_short_is_refused(tmp_path):
    path = tmp_path / "claims.csv"
    path.write_text("claim_id,doc_id\nc1\n")
    with pytest.raises(TableError, match="row 1"):
        store.read_claims(path)


def test_a_table_that_pandas_saved_is_read(tmp_path):
    frame = store.claims_frame([claim(), claim(claim_id="c2", value=None, value_low=None, firm=None)])
    frame = frame.drop(columns="rules").astype({"start": "Float64"})
    frame.to_csv(tmp_path / "claims.csv", index=False)
    frame.to_parquet(tmp_path / "claims.parquet")
    for name in ("claims.csv", "claims.parquet"):
        first, second = store.read_claims(tmp_path / name)
        assert (first.firm, first.start, first.value) == ("NA", 12, 20e9)
        assert (second.firm, second.value) == (None, None)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"value": "many"}, "row 2, column value: 'many'"),
        ({"modality": "certain"}, "row 2, column modality"),
        ({"start": -1}, "row 2, column start"),
        ({"metric": None}, "row 2, column metric: has no value"),
        ({"date": "2026-Q1"}, "row 2, column date: '2026-Q1' is no date in EDTF"),
        ({"date": "July 2026"}, "row 2, column date: 'July 2026' is no date in EDTF"),
        ({"date": "2026-02-30"}, "row 2, column date: '2026-02-30' is no date in EDTF"),
        ({"bound": None}, "row 2, column bound: has no value"),
        ({"value_high": None}, "row 2, column value_high: has no value, while bound ="),
        ({"value_low": None, "value_high": None}, "row 2, column value_low: has no value, nor has value_high"),
        ({"claim_id": "c1"}, "row 2, column claim_id: 'c1' stands in row 1"),
        ({"metric": 5, "sentence": "x" * 9000}, "row 2, column metric: 5"),
        ({"modality": "x" * 9000}, "row 2, column modality: 'xxx"),
    ],
)
def test_a_bad_value_is_named_by_row_and_column(tmp_path, change, message):
    path = tmp_path / "claims.jsonl"
    rows = [claim().model_dump(), {**claim(claim_id="c2").model_dump(), **change}]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    with pytest.raises(TableError) as caught:
        store.read_claims(path)
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 500


@pytest.mark.parametrize(
    "date", ["2026", "2026-07", "2026-07-01", "2026-01/2026-03", "../2029", "2024/..", "2026~", None]
)
def test_a_date_in_edtf_is_read(tmp_path, date):
    path = tmp_path / "claims.jsonl"
    path.write_text(store.json_lines([claim(date=date)]))
    assert store.read_claims(path)[0].date == date


def test_a_direction_needs_no_bound_and_no_unit(tmp_path):
    path = tmp_path / "claims.jsonl"
    said = claim(kind="direction", direction="up", value=None, value_low=None, value_high=None, unit=None).model_dump()
    path.write_text(json.dumps({**said, "bound": None}) + "\n")
    assert store.unit_warnings(store.read_claims(path)) == []


def test_units_that_nobody_knows_are_named():
    claims = [claim(unit="USD/GW/year"), claim(unit="bushell"), claim(unit="bushell"), claim(unit=None)]
    assert store.unit_warnings(claims) == [
        "1 row has a figure without a unit, which is compared with others without one",
        "2 rows have the unknown unit 'bushell', which is compared with its like alone",
    ]


def test_infinite_values_are_refused(tmp_path):
    path = tmp_path / "claims.jsonl"
    path.write_text(json.dumps({**claim().model_dump(), "value": float("inf")}) + "\n")
    with pytest.raises(TableError, match="column value"):
        store.read_claims(path)


@pytest.mark.parametrize("name", ["nothing.csv", "table.xlsx"])
def test_no_table_is_a_usage_error(tmp_path, name):
    if name.endswith("xlsx"):
        (tmp_path / name).write_bytes(b"PK")
    with pytest.raises(UsageError):
        store.read_claims(tmp_path / name)


def test_an_output_folder_that_is_a_file_is_a_usage_error(tmp_path):
    (tmp_path / "out").write_text("")
    with pytest.raises(UsageError, match="cannot write"):
        write(tmp_path / "out")


def test_an_error_in_the_middle_leaves_the_old_file(tmp_path):
    store.write_text(tmp_path / "page.html", "old")
    with pytest.raises(UnicodeEncodeError):
        store.write_text(tmp_path / "page.html", "new \ud800")
    assert (tmp_path / "page.html").read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["page.html"]
