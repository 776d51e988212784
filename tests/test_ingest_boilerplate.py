"""The rules of page furniture find their examples and leave the look-alikes."""

import pytest

from crossfoot.ingest.furniture import boilerplate, sign_of, tail_of
from crossfoot.ingest.lines import split

RULES = boilerplate().rules


def found(text):
    (line,) = split(text)
    sign = sign_of(line)
    return sign.reason if sign else tail_of(line)


@pytest.mark.parametrize(("rule", "text"), [(rule, text) for rule in RULES for text in rule.examples])
def test_examples(rule, text):
    reason = found(text)[1] if rule.tail else found(text)
    assert reason == rule.reason


@pytest.mark.parametrize(("rule", "text"), [(rule, text) for rule in RULES for text in rule.counter_examples])
def test_counter_examples(rule, text):
    assert found(text) is None
