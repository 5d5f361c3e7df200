"""Put random and mutated inputs through every reader: none may crash, hang, or fill the memory.

    python scripts/fuzz.py --inputs 50000 --seed 1 --samples FOLDER

An input is one of the samples (those made here, and the files of a folder), changed in a few places, or
random bytes by a name of that kind. What it becomes does not matter, only that it becomes articles or
refusals of one line each within the time. The first input that breaks this is kept, and its name is printed.
"""

import argparse
import gzip
import io
import json
import random
import resource
import signal
import sys
import tarfile
import time
import zipfile
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import pyarrow as pa
import pyarrow.parquet as pq

from summitry.page import Dispatch
from summitry.read import Tally, Terms, read_articles, source_count, terms_of
from summitry.read.listing import SUFFIXES

SAMPLES = Path(__file__).parents[1] / "tests" / "read"
"""Whole pages and feeds, so that each reader gets inputs of its own."""
SECONDS = 5
"""No input of these sizes takes longer than a fraction of a second; a loaded machine may."""
MOST_EDITS = 8
TEXT = "date 2019-05-15 AFP, OSLO\n\nKari Solheim met Erik Dahl in Oslo.\n\n“We agree,” she said.\n"
ROW = {
    "guid": "a1",
    "pubDate": "2019-05-15T10:00:00+02:00",
    "headline": "Talks",
    "body": "OSLO (AFP) — They met.",
}
WORTHWHILE = [
    *(
        b"\0",
        b"\xff\xfe",
        b"\xef\xbb\xbf",
        b'"',
        b"\r",
        b"\n\n",
        b"\x1f\x8b\x08",
        b"PK\3\4",
        b"PK\5\6",
        b"WARC/1.0\r\n",
    ),
    *(
        b"{" * 50,
        b"[" * 50,
        b"<" * 50,
        b"-1",
        b"9" * 30,
        b"../",
        b"%s%n",
        "\u202e".encode(),
        "e\u0301".encode() * 20,
    ),
    *(
        b"Content-Length: 99999999999\r\n",
        b"\xff" * 8,
        b"<!DOCTYPE a [<!ENTITY b 'c'>]>",
        b"&b;",
        b"date 2019-02-30",
    ),
]


def samples() -> dict[str, bytes]:
    """A sound file of each kind that is read, by its name."""
    table = ",".join(ROW) + "\n" + ",".join(ROW.values()) + "\n"
    lines = json.dumps(ROW) + "\n"
    parquet, packed, tarred = io.BytesIO(), io.BytesIO(), io.BytesIO()
    pq.write_table(pa.Table.from_pylist([ROW] * 3), parquet)
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("b/a.txt", TEXT)
        archive.writestr("n.jsonl.gz", gzip.compress(lines.encode()))
    with tarfile.open(fileobj=tarred, mode="w") as tar:
        for name, content in (("a" * 120 + ".txt", TEXT.encode()), ("n.csv", table.encode())):
            head = tarfile.TarInfo(name)
            head.size = len(content)
            tar.addfile(head, io.BytesIO(content))
    page = f"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n{TEXT}".encode()
    head = "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://news.example/1\r\nContent-Length: "
    warc = f"{head}{len(page)}\r\n\r\n".encode() + page + b"\r\n\r\n"
    return {
        "a.txt": TEXT.encode(),
        "n.jsonl": lines.encode(),
        "n.csv": table.encode(),
        "n.tsv": table.replace(",", "\t").encode(),
        "n.parquet": parquet.getvalue(),
        "n.zip": packed.getvalue(),
        "n.tar": tarred.getvalue(),
        "n.tgz": gzip.compress(tarred.getvalue()),
        "a.txt.gz": gzip.compress(TEXT.encode()),
        "n.warc": warc,
        "n.warc.gz": gzip.compress(warc) * 2,
    }


def changed(content: bytes, others: list[bytes], rng: random.Random) -> bytes:
    """A sample with a few places changed; now and then nothing of it is left."""
    if rng.random() < 0.05:  # noqa: PLR2004  # one in twenty
        return rng.randbytes(rng.randrange(2000))
    raw = bytearray(content)
    for _ in range(rng.choice((1, 1, 2, MOST_EDITS))):
        at, end = sorted(rng.randrange(len(raw) + 1) for _ in range(2))
        match rng.randrange(7):
            case 0 if raw:
                raw[at % len(raw)] = rng.randrange(256)
            case 1 if raw:
                raw[at % len(raw)] ^= 1 << rng.randrange(8)
            case 2:
                del raw[at : min(end, at + 50)]
            case 3:
                raw[at:at] = raw[at : min(end, at + 200)] * rng.randint(1, 20)
            case 4:
                other = rng.choice(others)
                start = rng.randrange(len(other) + 1)
                raw[at:at] = other[start : start + 200]
            case 5:
                raw[at:at] = rng.choice(WORTHWHILE)
            case _:
                del raw[max(at, len(raw) // 2) :]
    return bytes(raw)


def wrapped(name: str, content: bytes, rng: random.Random) -> tuple[str, bytes]:
    """The file as it is, or in an archive, so that what is inside is reached whole."""
    kind = rng.randrange(8)
    if kind == 0:
        return f"{name}.gz", gzip.compress(content, 1)
    if kind == 1:
        file = io.BytesIO()
        with zipfile.ZipFile(file, "w") as archive:
            archive.writestr(f"in/{name}", content)
        return "w.zip", file.getvalue()
    return name, content


def read(path: Path, terms: Terms) -> str:
    """What becomes of a file; raises if it is neither articles nor refusals of one line."""
    source_count([path])
    found = list(read_articles([path], base=path.parent, terms=terms, tally=Tally()))
    for one in found:
        if not isinstance(one, Dispatch):
            assert str(one).isprintable(), str(one)
    return "articles" if any(isinstance(one, Dispatch) for one in found) else "refusals"


def late(*_: object) -> None:
    """Stop what hangs."""
    raise TimeoutError(f"more than {SECONDS} seconds")


def fuzz(known: Mapping[str, bytes], count: int, seed: int, keep: Path) -> int:
    """Read so many inputs, and say what became of them; 1 if one broke what is promised."""
    signal.signal(signal.SIGALRM, late)
    terms, outcomes, slowest, began = (
        terms_of(given="2019-05-14", today="2026-01-01"),
        Counter[str](),
        0.0,
        time.time(),
    )
    names, contents = list(known), list(known.values())
    for number in range(count):
        rng = random.Random(f"{seed} {number}")  # noqa: S311  # no secret
        name = rng.choice(names)
        name, content = wrapped(name, changed(known[name], contents, rng), rng)
        with TemporaryDirectory() as folder:
            path = Path(folder, name)
            path.write_bytes(content)
            signal.alarm(SECONDS)
            start = time.perf_counter()
            try:
                outcomes[f"{Path(name).suffix} {read(path, terms)}"] += 1
            except Exception as error:  # noqa: BLE001  # whatever it is, it is what we look for
                (keep / f"{seed}-{number}-{name}").write_bytes(content)
                print(f"{seed}-{number}-{name}: {type(error).__name__}: {error}")
                return 1
            finally:
                signal.alarm(0)
            slowest = max(slowest, time.perf_counter() - start)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(
        f"{count:,} inputs in {time.time() - began:.0f} s, the slowest {slowest:.2f} s, at most {memory} MB"
    )
    print(", ".join(f"{kind} {times:,}" for kind, times in sorted(outcomes.items())))
    return 0


def main() -> int:
    """Read the options and fuzz."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--inputs", type=int, default=50_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--samples", type=Path, default=SAMPLES, help="a folder of more samples")
    parser.add_argument("--keep", type=Path, default=Path(), help="where the input that breaks is kept")
    asked = parser.parse_args()
    more = asked.samples.rglob("*")
    found = {path.name: path.read_bytes() for path in sorted(more) if path.suffix.lower() in SUFFIXES}
    return fuzz(samples() | found, asked.inputs, asked.seed, asked.keep)


if __name__ == "__main__":
    sys.exit(main())
