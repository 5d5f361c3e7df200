"""The hands of a person who annotates a package elsewhere: in Label Studio, in brat, in columns of words."""

import json
import re
from datetime import date

import summitry

WHEN = date(2026, 11, 22)


def taken(hand, package, folder):
    """What is taken of edited files, as corrections in the folder `curated`."""
    path = hand.save() if hasattr(hand, "save") else hand
    return summitry.read_review(path, package, folder / "curated", who="Ann Lee", when=WHEN)


class Studio:
    """Label Studio: predictions are accepted, regions and relations changed, and all exported as JSON."""

    to, name = "label-studio", "tasks.json"

    def __init__(self, package, folder):
        self.path = summitry.export(package, self.to, folder / self.name)
        self.tasks = json.loads(self.path.read_text(encoding="utf-8"))
        for number, task in enumerate(self.tasks, 1):
            results = [accepted(result) for result in task["predictions"][0]["result"]]
            task |= {"id": number, "annotations": [{"id": number, "was_cancelled": False, "result": results}]}

    def save(self):
        """The file that Label Studio exports."""
        self.path.write_text(json.dumps(self.tasks), encoding="utf-8")
        return self.path

    def task(self, article):
        """The task of an article."""
        (found,) = [task for task in self.tasks if task["data"]["article_id"] == article]
        return found

    def results(self, article):
        """What is annotated in an article."""
        return self.task(article)["annotations"][0]["result"]

    def region(self, article, sort, words):
        """The first region of these words."""
        return next(
            each for each in self.results(article)
            if each.get("from_name") == sort and each["value"]["text"] == words
        )  # fmt: skip

    def fill(self, article, sort, words, field, said):
        """Write into the field of a region."""
        region, results = self.region(article, sort, words), self.results(article)
        results[:] = [
            each for each in results if (each.get("id"), each.get("from_name")) != (region["id"], field)
        ]
        value = {"start": region["value"]["start"], "end": region["value"]["end"], "text": [said]}
        results.append({**region, "from_name": field, "type": "textarea", "value": value})

    def link(self, article, words, said):
        """Have a mention name someone."""
        self.fill(article, "mention", words, "entity", said)

    def voice(self, article, words, said):
        """Have someone who is not named say a quote."""
        self.fill(article, "quote", words, "speaker", said)

    def delete(self, article, sort, words):
        """Take out a region, and the relations that hang on it."""
        gone, results = self.region(article, sort, words)["id"], self.results(article)
        results[:] = [
            each for each in results if gone not in {each.get(key) for key in ("id", "from_id", "to_id")}
        ]

    def add(self, article, sort, label, words, said=None, after=""):  # noqa: PLR0913, PLR0917  # of a region
        """Draw a new region."""
        text = self.task(article)["data"]["text"]
        start = text.index(words, text.index(after))
        value = {"start": start, "end": start + len(words), "text": words, "labels": [label]}
        self.results(article).append(
            {"id": "Nw_1-x", "from_name": sort, "to_name": "text", "type": "labels", "value": value}
        )
        if said:
            written = {**value, "text": [said]}
            self.results(article).append(
                {
                    "id": "Nw_1-x",
                    "from_name": "entity",
                    "to_name": "text",
                    "type": "textarea",
                    "value": written,
                }
            )

    def bound(self, article, sort, words, others):
        """Give a region other bounds; what is written in its field moves with it."""
        region = self.region(article, sort, words)
        start = self.task(article)["data"]["text"].index(others)
        for each in self.results(article):
            if each.get("id") == region["id"]:
                each["value"] |= {"start": start, "end": start + len(others)}
        region["value"]["text"] = others

    def label(self, article, sort, words, label):
        """Call a region otherwise."""
        self.region(article, sort, words)["value"]["labels"] = [label]

    def note(self, article, sort, words, text):
        """Note something of a region."""
        self.region(article, sort, words)["meta"] = {"text": [text]}

    def relate(self, article, quote, mention):
        """Draw an arrow from a quote to a mention."""
        one, other = self.region(article, "quote", quote), self.region(article, "mention", mention)
        ends = {"from_id": one["id"], "to_id": other["id"], "direction": "right", "labels": ["speaker"]}
        self.results(article).append({"type": "relation", **ends})

    def unrelate(self, article, quote):
        """Take out the arrows of a quote."""
        gone, results = self.region(article, "quote", quote)["id"], self.results(article)
        results[:] = [each for each in results if each.get("from_id") != gone]


def accepted(result):
    """A result of a prediction as it is in an annotation: with an id of its own."""
    return {
        key: f"a-{value}" if key in {"id", "from_id", "to_id"} else value for key, value in result.items()
    }


class Brat:
    """brat: the lines of its files are changed as it changes them."""

    to, name = "brat", "folder"

    def __init__(self, package, folder):
        self.path = summitry.export(package, self.to, folder / self.name)
        self.lines = {
            path.stem: path.read_text(encoding="utf-8").splitlines()
            for path in sorted(self.path.glob("*.ann"))
        }

    def save(self):
        """The folder with its files."""
        for name, lines in self.lines.items():
            (self.path / f"{name}.ann").write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
        return self.path

    def text(self, article):
        """The text of an article."""
        return (self.path / f"{article}.txt").read_text(encoding="utf-8")

    def region(self, article, sort, words):
        """The id of the first stretch of these words."""
        for line in self.lines[article]:
            id_, *rest = line.split("\t")
            if id_.startswith("T") and rest[-1] == words:
                type_ = rest[0].split()[0]
                if sort == (type_ if type_ in {"quote", "report"} else "mention"):
                    return id_
        raise LookupError(words)

    def drop(self, article, pattern):
        """Take out the lines that a pattern fits."""
        self.lines[article] = [line for line in self.lines[article] if not re.match(pattern, line)]

    def fill(self, article, sort, words, said):
        """Note who a stretch is."""
        id_ = self.region(article, sort, words)
        if re.fullmatch(r"[\w-]+", said) and said != "nobody":
            self.drop(article, rf"N\S+\tReference {id_} ")
            self.lines[article].append(f"N900\tReference {id_} summitry:{said}\tsomeone")
        else:
            self.lines[article].append(f"#900\tAnnotatorNotes {id_}\tentity: {said}")

    def link(self, article, words, said):
        """Have a mention name someone."""
        self.fill(article, "mention", words, said)

    def voice(self, article, words, said):
        """Have someone who is not named say a quote."""
        self.fill(article, "quote", words, said)

    def delete(self, article, sort, words):
        """Take out a stretch, and all that is said of it."""
        self.drop(article, rf"(?:.*[\t :])?{self.region(article, sort, words)}(?:[\t ]|$)")

    def add(self, article, sort, label, words, said=None):
        """Mark a new stretch."""
        start = self.text(article).index(words)
        type_ = label if sort == "mention" else sort
        self.lines[article].append(f"T900\t{type_} {start} {start + len(words)}\t{words}")
        if sort == "quote":
            self.lines[article].append(f"A900\tkind T900 {label}")
        if said:
            self.link(article, words, said)

    def bound(self, article, sort, words, others):
        """Give a stretch other bounds."""
        id_, start = self.region(article, sort, words), self.text(article).index(others)
        self.lines[article] = [
            re.sub(rf"^({id_}\t\S+) .*", rf"\1 {start} {start + len(others)}\t{others}", line)
            for line in self.lines[article]
        ]

    def label(self, article, sort, words, label):
        """Call a stretch otherwise."""
        id_ = self.region(article, sort, words)
        old, new = (
            (rf"^({id_}\t)\S+", rf"\1{label}") if sort == "mention" else (rf"(kind {id_}) .*", rf"\1 {label}")
        )
        self.lines[article] = [re.sub(old, new, line) for line in self.lines[article]]

    def note(self, article, sort, words, text):
        """Note something of a stretch."""
        self.lines[article].append(f"#901\tAnnotatorNotes {self.region(article, sort, words)}\t{text}")

    def relate(self, article, quote, mention):
        """Draw an arrow from a quote to a mention."""
        one, other = self.region(article, "quote", quote), self.region(article, "mention", mention)
        self.lines[article].append(f"R900\tspeaker Arg1:{one} Arg2:{other}")

    def unrelate(self, article, quote):
        """Take out the arrows of a quote."""
        self.drop(article, rf"R\S+\tspeaker Arg1:{self.region(article, 'quote', quote)} ")


class Columns:
    """Columns of words, changed in a text editor."""

    to, name = "conll", "words.conllup"

    def __init__(self, package, folder):
        self.path = summitry.export(package, self.to, folder / self.name)
        self.lines = self.path.read_text(encoding="utf-8").splitlines()

    def save(self):
        """The file."""
        self.path.write_text("".join(f"{line}\n" for line in self.lines), encoding="utf-8")
        return self.path

    def words(self, article, words, tag=""):
        """The lines of the first stretch of these words whose mention begins so."""
        begin = self.lines.index(f"# newdoc id = {article}")
        parts = re.findall(r"\w+|[^\w\s]", words)
        cells = [[*line.split("\t"), ""] for line in self.lines]
        return next(
            range(at, at + len(parts))
            for at in range(begin, len(cells))
            if [row[1] for row in cells[at : at + len(parts)]] == parts and cells[at][5].startswith(tag)
        )

    def tag(self, at, entity, tag):
        """Change the last two columns of a line."""
        self.lines[at] = "\t".join([*self.lines[at].split("\t")[:4], entity, tag])

    def link(self, article, words, said):
        """Have a mention name someone."""
        first = self.words(article, words, "B")[0]
        self.tag(first, said, self.lines[first].split("\t")[5])

    def delete(self, article, sort, words):
        """Take out a mention."""
        assert sort == "mention"
        for at in self.words(article, words, "B"):
            self.tag(at, "_", "O")

    def add(self, article, sort, label, words, said=None):
        """Write a new mention."""
        assert sort == "mention"
        for number, at in enumerate(self.words(article, words)):
            self.tag(at, "_" if number else said or "_", f"{'I' if number else 'B'}-{label}")

    def bound(self, article, sort, words, others):
        """Give a mention other bounds."""
        _, _, _, _, entity, tag = self.lines[self.words(article, words, "B")[0]].split("\t")
        self.delete(article, sort, words)
        self.add(article, sort, tag[2:], others, entity)

    def label(self, article, sort, words, label):
        """Call a mention otherwise."""
        assert sort == "mention"
        for number, at in enumerate(self.words(article, words, "B")):
            entity = self.lines[at].split("\t")[4]
            self.tag(at, entity, f"{'I' if number else 'B'}-{label}")
