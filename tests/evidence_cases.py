"""Broken reasons: the rule, its table, the changed row, its new cells, the row that breaks it, and why."""

from summitry.rules import evidence as e
from summitry.rules.texts import starts_before_it_ends

REASON = ("evidence", 4)
"""The reason for the link of a name."""

EVIDENCE_CASES = [
    (e.is_about_a_column_that_is_there, "evidence", REASON, {"field": "name"}, 4, "no such column"),
    (e.is_about_a_row_that_is_there, "evidence", REASON, {"row_id": "river-9"}, 4, "no such row"),
    (e.is_about_a_row_that_is_there, "evidence", REASON, {"table": "quotes"}, 4, "a row of another table"),
    (e.is_about_a_row_that_is_there, "evidence", ("evidence", 6), {"row_id": "tarn"}, 6, "one key of two"),
    (e.gives_the_value_of_its_cell, "evidence", REASON, {"value": "tarn"}, 4, "another entity"),
    (e.gives_the_value_of_its_cell, "evidence", ("evidence", 5), {"value": "Mr"}, 5, "another title"),
    (e.gives_the_value_of_its_cell, "evidence", ("evidence", 0), {"value": "2019"}, 0, "another day"),
    (e.gives_the_value_of_its_cell, "evidence", ("quotes", 0), {"addressee": None}, 7, "an empty cell"),
    (e.tells_all_of_its_words_or_nothing, "evidence", REASON, {"end": None}, 4, "words half told"),
    (starts_before_it_ends, "evidence", REASON, {"end": 10}, 4, "a reason without a length"),
    (e.ends_within_its_paragraph, "evidence", REASON, {"end": 900}, 4, "behind its paragraph"),
    (e.names_its_source_if_looked_up, "evidence", REASON, {"knowledge_source": None}, 4, "looked up nowhere"),
    (e.names_its_source_if_looked_up, "evidence", REASON, {"basis": "stated"}, 4, "stated by a source"),
    (e.says_that_its_reports_differ, "meetings", ("meetings", 1), {"conflict": False}, 1, "two statuses"),
    (e.has_reports_that_differ, "meetings", ("meetings", 0), {"conflict": True}, 0, "nothing differs"),
]
