"""The benchmark of accuracy: what each of our own scorers counts, and what two runs gain and lose."""

import doctest
import json
import sys
from importlib import import_module
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "scripts"))

import bench_accuracy  # noqa: E402  # scripts are no package
from bench_diff import changes, read_rows, write_rows  # noqa: E402
from bench_figures import is_name, linked, prf  # noqa: E402
from bench_gold import GUM, LGL, NEWS_FAIR, Gold, nothing  # noqa: E402
from bench_links import country_rows, place_rows, pronoun_rows, wikidata_rows  # noqa: E402
from bench_quotes import quote_rows  # noqa: E402
from bench_rows import MISSED, RIGHT, SURPLUS, Row, paired, shared  # noqa: E402
from bench_spans import consultation_rows, date_rows, meeting_rows, name_rows  # noqa: E402


def at(text, words, nth=0):
    """The offsets of words in a text."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return [start, start + len(words)]


def doc(text, **found):
    """A gold text with what people found in it."""
    return {"id": "a", "text": text, "date": None} | found


def answer(**found):
    """Our answer to it."""
    return nothing({"id": "a"}) | found


def link(span, type_="place", form="name", **ids):
    """What we take a stretch for."""
    known = {"position": None, "country_code": None, "wikidata_id": None, "geonames_id": None}
    return {"span": span, "type": type_, "form": form, "entity": "x"} | known | ids


def verdicts(rows):
    """The kind and verdict of each row."""
    return [(row.kind, row.verdict) for row in rows]


SPEECH = "“We agreed,” said Ann Lee on Monday. “It is done.”\n\nBo Roe denied that he had come."
WE, DONE, COME = at(SPEECH, "“We agreed,”"), at(SPEECH, "“It is done.”"), at(SPEECH, "he had come")
LEE, ROE = at(SPEECH, "Ann Lee"), at(SPEECH, "Bo Roe")
DIRECT = {"kind": "direct", "content": [WE, DONE], "speaker": LEE, "cue": at(SPEECH, "said")}
INDIRECT = {"kind": "indirect", "content": [COME], "speaker": ROE, "cue": at(SPEECH, "denied")}


def quote(content, speaker, name=None):
    """A quotation as we give it."""
    return {"kind": "direct", "content": [content], "speaker": speaker, "speaker_name": name, "cue": None}


QUOTES = [
    pytest.param(quote(WE, LEE), RIGHT, id="words and speaker"),
    pytest.param(quote([WE[0] + 1, WE[1] - 2], LEE), RIGHT, id="marks at the ends do not count"),
    pytest.param(quote(WE, [0, 1], "Dr Ann Lee"), RIGHT, id="the speaker named elsewhere"),
    pytest.param(quote(WE, ROE, "Bo Roe"), "another speaker", id="another speaker"),
    pytest.param(quote(WE, None), "no speaker", id="no speaker"),
    pytest.param(quote([WE[0], LEE[0]], LEE), "ends elsewhere", id="too long"),
    pytest.param(quote([WE[0] + 4, WE[1]], LEE), "begins elsewhere", id="too short"),
    pytest.param(quote(COME, ROE), MISSED, id="only other words"),
]


@pytest.mark.parametrize(("ours", "verdict"), QUOTES)
def test_a_quotation_is_right_with_its_words_and_speaker(ours, verdict):
    """The words may differ in marks at the ends, the speaker in where the name stands."""
    gold = doc(SPEECH, quotes=[DIRECT, INDIRECT])
    assert next(quote_rows(gold, answer(quotes=[ours]))).verdict == verdict


def test_quotations_come_part_by_part():
    """Each part is a row with what makes it hard; what only we see is surplus."""
    gold = doc(SPEECH, quotes=[DIRECT, INDIRECT])
    ours = [quote(WE, LEE), quote(ROE, None)]
    assert verdicts(quote_rows(gold, answer(quotes=ours))) == [
        ("direct, plain", RIGHT),
        ("direct, trailing part", MISSED),
        ("indirect, a verb of saying", MISSED),
        ("direct", SURPLUS),
    ]


DATES = [
    pytest.param("2019-05-14T10:00", RIGHT, id="seconds and Z do not count"),
    pytest.param("2019-05-14", "another value", id="another value"),
    pytest.param(None, MISSED, id="none"),
]


@pytest.mark.parametrize(("value", "verdict"), DATES)
def test_a_date_is_right_with_its_value(value, verdict):
    """The words need only overlap."""
    gold = doc(
        "On Tuesday morning.", timexes=[{"span": [3, 18], "type": "TIME", "value": "2019-05-14T10:00:00Z"}]
    )
    ours = [{"span": [3, 10], "type": "DATE", "value": value}] if value else []
    assert verdicts(date_rows(gold, answer(timexes=ours))) == [("TIME hour", verdict)]


NAMES = [
    pytest.param([4, 9, "LOC"], RIGHT, id="the article does not count"),
    pytest.param([0, 9, "ORG"], "taken for ORG", id="another type"),
    pytest.param([0, 4 + 5 + 8, "LOC"], "other ends", id="other ends"),
    pytest.param([6, 9, "PER"], "other ends and type", id="both"),
    pytest.param([22, 29, "PER"], MISSED, id="another name"),
]


@pytest.mark.parametrize(("ours", "verdict"), NAMES)
def test_a_name_is_right_with_its_ends_and_type(ours, verdict):
    """`the` and the possessive may be inside or outside; dates and sums of money are no names."""
    gold = doc("the Hague’s mayor met Ann Lee in May.", entities=[[0, 11, "Location"], [33, 36, "Date"]])
    rows = list(name_rows(gold, answer(entities=[ours])))
    assert (rows[0].kind, rows[0].verdict) == ("LOC", verdict)
    assert [row.verdict for row in rows[1:]] == ([SURPLUS] if verdict == MISSED else [])


ENCOUNTER = "Ann Lee met Bo Roe of Norway in Oslo on Monday. They talked."
MET = {
    "trigger": at(ENCOUNTER, "met"), "type": "Come_together/meet.v", "place": at(ENCOUNTER, "in Oslo"),
    "participants": [at(ENCOUNTER, "Ann Lee"), at(ENCOUNTER, "Bo Roe of Norway")],
    "time": at(ENCOUNTER, "Monday"),
}  # fmt: skip


def test_a_meeting_is_found_by_its_word_and_judged_part_by_part():
    """A participant is the same if one holds the other; a surplus participant is told, too."""
    ours = MET | {
        "kind": "talks", "place": at(ENCOUNTER, "Oslo"), "time": at(ENCOUNTER, "Norway"),
        "participants": [at(ENCOUNTER, "Bo Roe"), at(ENCOUNTER, "Oslo")],
    }  # fmt: skip
    other = ours | {"trigger": at(ENCOUNTER, "talked")}
    found = verdicts(meeting_rows(doc(ENCOUNTER, meetings=[MET]), answer(meetings=[ours, other])))
    assert found == [
        ("meeting, Come_together/meet.v", RIGHT),
        ("participants", MISSED),
        ("participants", RIGHT),
        ("participants", SURPLUS),
        ("place", RIGHT),
        ("time", "another"),
        ("meeting, talks", SURPLUS),
    ]


def test_only_texts_marked_to_the_end_show_a_surplus_meeting():
    """Where people marked some meetings only, ours may be right."""
    gold = doc(ENCOUNTER, meetings=[], exhaustive=False)
    assert not list(meeting_rows(gold, answer(meetings=[MET | {"kind": "talks"}])))


HELD = MET | {"status": "held", "echo": False}


@pytest.mark.parametrize(
    ("event", "ours", "verdict"),
    [
        pytest.param("CONSULT", [HELD], [RIGHT], id="found"),
        pytest.param("CONSULT", [], [MISSED], id="missed"),
        pytest.param("AID", [HELD], [SURPLUS], id="seen where none is"),
        pytest.param("REJECT", [HELD | {"status": "refused"}], [], id="refused"),
        pytest.param("AID", [HELD | {"echo": True}], [], id="referred back to"),
        pytest.param("AID", [], [], id="rightly left out"),
    ],
)
def test_a_sentence_of_consultation_holds_a_meeting(event, ours, verdict):
    """Of the other sentences only those are rows in which we see a meeting."""
    gold = doc(ENCOUNTER, plover=event, modality="past")
    assert [row.verdict for row in consultation_rows(gold, answer(meetings=ours))] == verdict


STATES = "Norway beat Chile. The Danish guest, a Dane, saw Oslo and the Norway Club."
NORWAY = {"position": "country", "country_code": "NOR", "wikidata_id": "Q20"}
CHILE = {"position": "country", "country_code": "CHL", "wikidata_id": "Q298"}
DENMARK = {"position": "country", "country_code": "DNK", "wikidata_id": "Q35"}


def entity(words, id_, type_="LOC", nth=0, **more):
    """A gold row."""
    return {"span": at(STATES, words, nth), "type": type_, "link": id_} | more


def test_countries_are_judged_where_the_gold_means_one():
    """A team of the country’s name is no country; a people is not judged, nor an unmarked adjective."""
    gold = doc(
        STATES,
        entities=[
            entity("Norway", "Q20"), entity("Chile", "Q199"),
            entity("a Dane", "Q200", "PER", minspan=at(STATES, "Dane")), entity("Norway", "Q20", nth=1),
        ],
    )  # fmt: skip
    ours = [
        link(at(STATES, "Norway"), **NORWAY), link(at(STATES, "Chile"), **CHILE),
        link(at(STATES, "Danish"), form="demonym", **DENMARK),
        link(at(STATES, "Dane"), form="demonym", **DENMARK),
        link(at(STATES, "Oslo"), form="metonym", **NORWAY), link(at(STATES, "Norway Club"), "organization"),
    ]  # fmt: skip
    rows = list(country_rows("countries GUM", gold, answer(links=ours)))
    assert verdicts(rows) == [
        ("country", RIGHT),
        ("another LOC called so", SURPLUS),
        ("country", "inside a longer name"),
        ("no row, metonym", SURPLUS),
    ]
    assert (prf(rows)["P"], prf(rows)["R"]) == (pytest.approx(100 / 3), 50)


IDS = [
    pytest.param([link([0, 6], wikidata_id="Q20")], RIGHT, id="right"),
    pytest.param([link([0, 6], wikidata_id="Q35")], "another id", id="another"),
    pytest.param([link([0, 6])], "no id", id="unsure"),
    pytest.param([], MISSED, id="nothing"),
    pytest.param([link([0, 17], "event")], "inside a longer name", id="part of a name"),
]


@pytest.mark.parametrize(("ours", "verdict"), IDS)
def test_ids_are_compared(ours, verdict):
    """An answer without an id is not wrong, but not right either."""
    rows = list(wikidata_rows("ids GUM", doc(STATES, entities=[entity("Norway", "Q20")]), answer(links=ours)))
    assert verdicts(rows) == [("LOC", verdict)]


def test_only_names_in_view_count_for_the_aim():
    """Pronouns and common words are rows of their own kind, optional ones none; out of view is nothing."""
    gold = doc(
        STATES,
        eval_span=[0, 44],
        entities=[
            entity("Norway", "Q20"), entity("guest", "Q1", "OTHER"), entity("Danish", "Q35", optional=True),
            entity("a Dane", "Q2", "PER", coref=True), entity("Oslo", "Q585"),
        ],
    )  # fmt: skip
    ours = [link(at(STATES, "Danish"), form="demonym", **DENMARK), link(at(STATES, "Oslo"), wikidata_id="Q3")]
    rows = list(wikidata_rows("ids News-Fair", gold, answer(links=ours)))
    assert verdicts(rows) == [("LOC", MISSED), ("common word", MISSED), ("pronoun or phrase", MISSED)]
    assert [is_name(row) for row in rows] == [True, False, False]
    assert not is_name(rows[0]._replace(kind="no row, pronoun"))


def test_places_are_compared_by_their_number():
    """The kind says whether our tables know the place at all."""
    gold = doc(
        STATES,
        entities=[entity("Oslo", "geonames:3143244"), entity("Chile", "geonames:1"), entity("guest", None)],
    )
    ours = [link(at(STATES, "Oslo"), geonames_id=3143244), link(at(STATES, "Chile"), geonames_id=3895114)]
    assert verdicts(place_rows(gold, answer(links=ours))) == [
        ("in our tables", RIGHT),
        ("not in our tables", "another id"),
    ]


PERSONS = "Minister Ann Lee met Eva Roe. She thanked her and a boy. He left with his coat."


def person(words, cluster, *, named=False, nth=0):
    """A gold mention of a person."""
    span = at(PERSONS, words, nth)
    return {"span": span, "minspan": span, "type": "person", "cluster": cluster, "named": named}


def test_a_pronoun_is_right_by_the_names_of_its_person():
    """Which person of ours is which of the gold’s is told by the names; a person never named has none."""
    gold = doc(
        PERSONS,
        mentions=[
            person("Minister Ann Lee", "1", named=True), person("Eva Roe", "2", named=True),
            person("She", "1"), person("her", "2"), person("a boy", "3"),
            person("He", "3"), person("his", "3"),
        ],
    )  # fmt: skip
    ours = [
        link(at(PERSONS, "Ann Lee"), "person", entity="lee"),
        link(at(PERSONS, "Eva Roe"), "person", entity="roe"),
        link(at(PERSONS, "She"), "person", "pronoun", entity="lee"),
        link(at(PERSONS, "her"), "person", "pronoun", entity="lee"),
        link(at(PERSONS, "He"), "person", "pronoun", entity="roe"),
    ]  # fmt: skip
    assert verdicts(pronoun_rows(gold, answer(links=ours))) == [
        ("named", RIGHT),
        ("named", "another person"),
        ("never named", "another person"),
        ("never named", "no answer"),
    ]


def test_each_answer_goes_to_the_gold_that_fits_best():
    """The best pair first, and none twice."""
    assert paired([(0, 4), (2, 9)], [(1, 9), (0, 2)], shared) == ([(0, 2), (1, 9)], [])


BEFORE = [
    Row("ids", "a", 0, 6, "LOC", RIGHT, "Q20"), Row("ids", "a", 8, 9, "LOC", MISSED),
    Row("ids", "a", 20, 24, "LOC", "no id"), Row("dates", "a", 0, 6, "DATE day", RIGHT, "2019-05-14"),
]  # fmt: skip
AFTER = [
    Row("ids", "a", 0, 6, "LOC", "another id", "Q35"), Row("ids", "a", 8, 9, "LOC", RIGHT, "Q1"),
    Row("ids", "a", 20, 24, "LOC", MISSED), Row("ids", "a", 12, 17, "no row, name", SURPLUS, "Q298"),
]  # fmt: skip


@pytest.fixture
def gold(tmp_path):
    """A folder of invented gold, and one for our answers."""
    folder = tmp_path / "gold"
    text = "Minister Kari Solheim came to Oslo. She met Erik Dahl."
    records = {
        GUM: {"entities": []},
        NEWS_FAIR: {
            "entities": [{"span": at(text, "Oslo"), "type": "LOC", "link": "Q585"}], "eval_span": [0, 40]
        },
        LGL: {"entities": [{"span": at(text, "Oslo"), "type": "LOC", "link": "geonames:3143244"}]},
    }  # fmt: skip
    for name, found in records.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        line = json.dumps({"id": "a", "text": text, "date": "2019-05-15"} | found)
        (folder / name).write_text(f"{line}\n", encoding="utf-8")
    return Gold(folder, tmp_path / "run")


def test_a_change_gains_and_loses(gold):
    """A surplus that comes is a loss; tasks that were not run again are not compared."""
    told = list(changes(BEFORE, AFTER, gold))
    assert [line.split(":")[0] for line in told] == [
        "lost   ids",
        "gained ids",
        "lost   ids",
        "gained 1, lost 2",
    ]
    assert "right -> another id" in told[0]
    assert "no row -> nothing is there" in told[2]


def test_saved_rows_hold_no_gold_text(tmp_path, gold):
    """They come back as they were, and the words shown beside them are looked up in the gold folder."""
    write_rows(AFTER, tmp_path / "rows.jsonl")
    assert read_rows(tmp_path / "rows.jsonl") == AFTER
    gold.docs(LGL)
    row = Row("places", "a", *at(gold.docs(LGL)["a"]["text"], "Oslo"), "in our tables", RIGHT, 3143244)
    write_rows([row], tmp_path / "rows.jsonl")
    assert "Oslo" not in (tmp_path / "rows.jsonl").read_text(encoding="utf-8")
    assert "Oslo" in next(changes([row._replace(verdict=MISSED)], [row], gold))


def test_the_benchmark_runs(gold, tmp_path, capsys):
    """The table, the classes and the changes of a run over invented gold."""
    options = [str(gold.folder), "--only", "places", "wikidata", "--examples", "1"]
    saved = str(tmp_path / "rows.jsonl")
    bench_accuracy.main([*options, "--save", saved, "--run", str(gold.run)])
    bench_accuracy.main([*options, "--against", saved, "--run", str(gold.run), "--reuse"])
    printed = capsys.readouterr().out
    assert "places: exact 100.0, P 100.0, found 100.0" in printed
    assert "ids News-Fair" in printed
    assert printed.endswith("gained 0, lost 0\n")
    assert [aim.set for aim in bench_accuracy.aims()].count("PolNeAR dev") == 6
    assert linked(gold, "ids", wikidata_rows).figures["ids News-Fair gold"] == 1


def test_a_folder_that_is_none_is_refused(tmp_path):
    """With what was found and what was expected."""
    with pytest.raises(SystemExit, match="found no folder"):
        bench_accuracy.main([str(tmp_path / "nowhere")])


def test_each_aim_has_a_figure_to_miss():
    """What must be small is missed from above."""
    by_figure = {aim.figure: aim for aim in bench_accuracy.aims()}
    assert by_figure["loss worst"].short(3) == 2
    assert by_figure["PLV F1"].short(60) == 5
    assert "not measured" in list(bench_accuracy.table({}))[2]


MODULES = sorted(path.stem for path in (ROOT / "scripts").glob("bench_*.py"))


@pytest.mark.parametrize("name", MODULES)
def test_examples_of_the_scripts_run(name):
    """The scripts are no package, so nothing else runs the examples in their docstrings."""
    assert doctest.testmod(import_module(name)).failed == 0
