"""A zip and an address are checked as a folder is, and harm nothing."""

import socket
import stat
import tempfile
import threading
import zipfile
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from summitry.errors import UnreadableInput
from summitry.read import address
from summitry.validate import archive, remote, validate
from summitry.validate.opened import UNFETCHED

Routes = dict[str, tuple[int, dict[str, str], bytes]]


def zipped(folder, path, prefix=""):
    """A folder as a zip."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for file in sorted(folder.rglob("*")):
            if file.is_file():
                packed.write(file, prefix + file.relative_to(folder).as_posix())
    return path


def with_member(path, name, content=b"x", **more):
    """A zip with one more file; `more` are properties that the zip states of it."""
    member = zipfile.ZipInfo(name)
    member.compress_type = zipfile.ZIP_DEFLATED
    for key, value in more.items():
        setattr(member, key, value)
    with zipfile.ZipFile(path, "a") as packed:
        packed.writestr(member, content)
    return path


@pytest.mark.parametrize(
    ("name", "prefix"),
    [
        pytest.param("package.zip", "", id="a zip"),
        pytest.param("package.ZIP", "summitry-1.0/", id="a zip of a repository"),
        pytest.param("package.dat", "", id="a zip by another name"),
    ],
)
def test_a_zip_is_checked_as_its_folder(parcel, tmp_path, name, prefix):
    """What is sound in a folder is sound in a zip, what is broken is found at the same lines."""
    parcel.put("quotes", 3, "kind", "shouted")
    path = zipped(parcel.folder, tmp_path / name, prefix)
    report = validate(path)
    assert list(report) == list(validate(parcel.folder))
    assert (report.path, report.rows["quotes"], report.skipped) == (path, 5, ())
    assert validate(str(path)).as_json() == report.as_json()


def test_a_zip_has_a_second_opinion(parcel, tmp_path):
    """The engine frictionless checks what is in the zip."""
    path = zipped(parcel.folder, tmp_path / "package.zip")
    assert list(validate(path, engine="frictionless")) == []
    parcel.file("quotes").unlink()
    path = zipped(parcel.folder, tmp_path / "less.zip")
    told = validate(path, engine="frictionless").written("json")
    assert "summitry-" not in told
    assert path.as_posix() in told


@pytest.mark.parametrize(
    ("name", "fault"),
    [
        pytest.param("../evil.txt", "leads out of the package", id="a path that leads out"),
        pytest.param("data/../../evil.txt", "leads out of the package", id="one that does so later"),
        pytest.param("/evil.txt", "not a relative path", id="an absolute path"),
        pytest.param("..\\evil.txt", "not a relative path", id="backslashes"),
        pytest.param("C:/evil.txt", "is an address", id="a drive of Windows"),
    ],
)
def test_nothing_is_unpacked_elsewhere(parcel, tmp_path, name, fault):
    """A path out of the package stops the work before anything is written."""
    path = with_member(zipped(parcel.folder, tmp_path / "package.zip"), name)
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(UnreadableInput, match=fault):
        validate(path)
    assert sorted(tmp_path.rglob("*")) == before


def test_no_link_is_unpacked(parcel, tmp_path):
    """A link in a zip could lead anywhere."""
    path = zipped(parcel.folder, tmp_path / "package.zip")
    with_member(path, "data/link", b"/etc", external_attr=(stat.S_IFLNK | 0o777) << 16)
    with pytest.raises(UnreadableInput, match="is a link or a device"):
        validate(path)


def test_each_file_stands_once_in_a_zip(parcel, tmp_path):
    """Programs differ in which of two files of one name they read."""
    path = zipped(parcel.folder, tmp_path / "package.zip")
    with pytest.warns(UserWarning, match="Duplicate name"):
        with_member(path, "datapackage.json", b"{}")
    with pytest.raises(UnreadableInput, match="found one file twice"):
        validate(path)


def test_a_bomb_is_left_packed(parcel, tmp_path, monkeypatch):
    """What grows to more than a package can hold is stopped on the way, whatever the zip says of its size."""
    monkeypatch.setattr(archive, "ALWAYS_UNPACKED_BYTES", 1_000_000)
    path = zipped(parcel.folder, tmp_path / "package.zip")
    assert validate(path).valid
    with_member(path, "data/zeros", bytes(20_000_000))
    with pytest.raises(UnreadableInput, match=r"found more than [0-9,]+ bytes in it"):
        validate(path)


def test_a_zip_of_a_million_files_is_left_packed(parcel, tmp_path, monkeypatch):
    """The number of files is bounded too."""
    monkeypatch.setattr(archive, "MAX_PACKAGE_FILES", 20)
    with pytest.raises(UnreadableInput, match=r"found 2[0-9] files; expected fewer"):
        validate(zipped(parcel.folder, tmp_path / "package.zip"))


def flipped(content):
    """A zip with one wrong byte in the first file that it packs."""
    return content[:60] + bytes([content[60] ^ 0xFF]) + content[61:]


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda content: content[: len(content) // 2], id="cut"),
        pytest.param(lambda _: b"", id="empty"),
        pytest.param(lambda _: b"not a zip", id="something else"),
        pytest.param(flipped, id="a wrong byte"),
    ],
)
def test_a_damaged_zip_is_one_line(parcel, tmp_path, change):
    """A zip that cannot be read is no package, and no traceback."""
    path = zipped(parcel.folder, tmp_path / "package.zip")
    path.write_bytes(change(path.read_bytes()))
    with pytest.raises(UnreadableInput, match=r"package\.zip: found no sound zip"):
        validate(path)


@pytest.mark.parametrize("names", [("readme.txt",), ("a/datapackage.json", "b/datapackage.json")])
def test_a_zip_holds_one_package(tmp_path, names):
    """No descriptor, or two, and nobody knows what to check."""
    path = tmp_path / "package.zip"
    for name in names:
        with_member(path, name)
    with pytest.raises(UnreadableInput, match="expected one data package"):
        validate(path)


@contextmanager
def serving(routes: Routes):
    """The address of a server on this machine, and the paths that it was asked for."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        """Answers what the routes say."""

        def do_GET(self):  # the name is the server's
            """Answer one request."""
            asked.append(self.path)
            status, headers, body = routes.get(self.path, (404, {}, b"nothing here"))
            self.send_response(status)
            for name, value in ({"Content-Length": str(len(body))} | headers).items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", asked
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def routes_of(folder, prefix="/"):
    """Each file of a folder at its path."""
    files = (file for file in sorted(folder.rglob("*")) if file.is_file())
    return {prefix + file.relative_to(folder).as_posix(): (200, {}, file.read_bytes()) for file in files}


def test_an_address_is_checked_as_its_folder(parcel):
    """The same problems, at the same lines; what only a folder can show is told as not checked."""
    parcel.put("quotes", 3, "kind", "shouted")
    routes = routes_of(parcel.folder, "/v1/")
    with serving(routes) as (server, asked):
        report = validate(f"{server}/v1/datapackage.json")
        assert validate(f"{server}/v1/").as_json()["problems"] == report.as_json()["problems"]
    assert list(report) == list(validate(parcel.folder))
    assert report.place == f"{server}/v1/datapackage.json"
    assert report.skipped == UNFETCHED
    assert "source-hash" not in report.checked["articles"]
    assert sorted(asked) == sorted(2 * [path for path in routes if "/raw/" not in path])
    assert asked[0] == "/v1/datapackage.json"


def test_an_address_keeps_its_secrets(parcel):
    """What follows the question mark is sent and not shown."""
    routes = routes_of(parcel.folder)
    routes["/datapackage.json?token=secret"] = routes.pop("/datapackage.json")
    with serving(routes) as (server, _):
        report = validate(f"{server}/datapackage.json?token=secret")
    assert report.valid
    assert "secret" not in report.written("json")


def test_hashes_hold_over_the_network(parcel):
    """A file that was changed on its way is found by its hash."""
    routes = routes_of(parcel.folder)
    status, headers, body = routes["/data/tables/reports.csv"]
    routes["/data/tables/reports.csv"] = (status, headers, body.replace(b"Norland", b"Nordland"))
    with serving(routes) as (server, _):
        assert {"hash", "bytes", "text-truth"} <= set(validate(f"{server}/datapackage.json").counts)


def test_a_file_that_is_not_there_is_a_problem(parcel):
    """The server says that it has none: so does the report."""
    routes = routes_of(parcel.folder)
    del routes["/data/tables/quotes.csv"]
    with serving(routes) as (server, _):
        assert "missing-file" in validate(f"{server}/datapackage.json").counts


def test_names_are_written_as_addresses(parcel):
    """A path with signs that mean something in an address leads to the file of that name."""
    name = "data/tables/quo tes #1?%20é.csv"
    parcel.describe(lambda descriptor: descriptor["resources"][4].update(path=name))
    parcel.file("quotes").rename(parcel.folder / name)
    routes = routes_of(parcel.folder)
    routes["/data/tables/quo%20tes%20%231%3F%2520%C3%A9.csv"] = routes.pop(f"/{name}")
    with serving(routes) as (server, _):
        assert list(validate(f"{server}/datapackage.json")) == list(validate(parcel.folder))


def test_no_path_leads_to_another_place(parcel):
    """Paths out of the package, and addresses as paths, are problems and are not fetched."""
    parcel.describe(lambda descriptor: descriptor["resources"][4].update(path="../../secret.csv"))
    parcel.describe(lambda descriptor: descriptor["resources"][5].update(path="http://127.0.0.1:9/s.csv"))
    with serving(routes_of(parcel.folder)) as (server, asked):
        report = validate(f"{server}/datapackage.json")
    assert report.counts["path"] == 2
    assert not any("secret" in path or "s.csv" in path.split("/")[-1:] for path in asked)


def test_a_zip_can_lie_at_an_address(parcel, tmp_path):
    """A released zip is fetched, unpacked and checked as a whole."""
    content = zipped(parcel.folder, tmp_path / "package.zip").read_bytes()
    with serving({"/package.zip": (200, {}, content)}) as (server, _):
        report = validate(f"{server}/package.zip")
        assert (report.valid, report.skipped, report.place) == (True, (), f"{server}/package.zip")
        with pytest.raises(UnreadableInput, match="expected a zip"):
            validate(f"{server}/other.zip")


def test_redirects_are_followed(parcel):
    """Files are looked for beside the place where the descriptor was found at last."""
    routes = routes_of(parcel.folder, "/v2/") | {"/latest": (302, {"Location": "/v2/datapackage.json"}, b"")}
    with serving(routes) as (server, asked):
        assert validate(f"{server}/latest").valid
    assert asked[2].startswith("/v2/data/tables/")


@pytest.mark.parametrize(
    ("location", "fault"),
    [
        pytest.param(
            "file:///etc/hostname", "a redirect to file:///etc/hostname", id="a file of this machine"
        ),
        pytest.param("ftp://127.0.0.1/a", "a redirect to ftp://127.0.0.1/a", id="another protocol"),
        pytest.param("https://127.0.0.1:9/a", "a redirect to https", id="another scheme"),
        pytest.param("http://a.example/p.json", "found an address of http", id="http with another machine"),
        pytest.param("", "a redirect to nowhere", id="nowhere"),
        pytest.param("/loop", "more than 5 redirects", id="in a circle"),
    ],
)
def test_redirects_change_no_rule(location, fault):
    """A server cannot send us to a file, to another protocol, or round and round."""
    routes = {"/loop": (302, {"Location": location}, b"")}
    with serving(routes) as (server, _), pytest.raises(UnreadableInput, match=fault):
        validate(f"{server}/loop")


@pytest.mark.parametrize(
    ("address", "fault"),
    [
        pytest.param("http://a.example/datapackage.json", "an address of http; expected https", id="http"),
        pytest.param("ftp://a.example/datapackage.json", "an address of ftp", id="ftp"),
        pytest.param("file:///etc/hostname", "no plain address", id="file"),
        pytest.param("https:///datapackage.json", "no plain address", id="no host"),
        pytest.param(
            "https://me:secret@a.example/d.json", r"https://a.example/d.json: found no", id="password"
        ),
        pytest.param(
            "https://[::1/datapackage.json", "an address that cannot be read", id="no address at all"
        ),
        pytest.param("http://127.0.0.1:1/datapackage.json", "found no answer", id="nobody there"),
    ],
)
def test_only_https_is_spoken(address, fault):
    """Other addresses are refused before anything is sent, and told without their secrets."""
    with pytest.raises(UnreadableInput, match=fault) as refused:
        validate(address)
    assert "secret" not in str(refused.value)


@pytest.mark.parametrize(
    ("answer", "fault"),
    [
        pytest.param((404, {}, b""), "found nothing there", id="not there"),
        pytest.param((500, {}, b""), "found the answer 500", id="a server in trouble"),
        pytest.param((403, {}, b""), "found the answer 403", id="not for us"),
        pytest.param((200, {"Content-Length": "9"}, b"{}"), "found 7 bytes too few", id="cut"),
        pytest.param(
            (200, {"Transfer-Encoding": "chunked"}, b"5\r\n{}"), "found no answer", id="a cut chunk"
        ),
        pytest.param((200, {}, b'{"a": "' + b"x" * 2000 + b'"}'), "more bytes than it may", id="too long"),
    ],
)
def test_what_goes_wrong_is_one_line(monkeypatch, answer, fault):
    """Where nobody can know whether the package is sound, nothing is said about it."""
    monkeypatch.setattr(remote, "MAX_DESCRIPTOR_BYTES", 1000)
    routes = {"/datapackage.json": answer}
    with serving(routes) as (server, _), pytest.raises(UnreadableInput, match=fault):
        validate(f"{server}/datapackage.json")


def test_an_endless_answer_ends(monkeypatch):
    """A slow server and a silent one are given up on."""
    with serving({"/datapackage.json": (200, {}, b"{}")}) as (server, _):
        monkeypatch.setattr(address, "MAX_FETCH_SECONDS", -1)
        with pytest.raises(UnreadableInput, match="found it slow"):
            validate(f"{server}/datapackage.json")
    monkeypatch.setattr(address, "MAX_FETCH_SECONDS", 5)
    monkeypatch.setattr(address, "MAX_SILENCE_SECONDS", 0.2)
    with socket.create_server(("127.0.0.1", 0)) as silent, pytest.raises(UnreadableInput, match="timed out"):
        validate(f"http://127.0.0.1:{silent.getsockname()[1]}/datapackage.json")


def test_a_list_without_end_is_not_fetched(monkeypatch, parcel):
    """The number of files that a descriptor can ask for is bounded."""
    monkeypatch.setattr(remote, "MAX_FETCHED_FILES", 19)
    routes = routes_of(parcel.folder)
    fault = "found 20 files; expected at most 19"
    with serving(routes) as (server, asked), pytest.raises(UnreadableInput, match=fault):
        validate(f"{server}/datapackage.json")
    assert asked == ["/datapackage.json"]


def test_nothing_is_left_behind(parcel, tmp_path, monkeypatch):
    """What was unpacked or fetched is gone with the report."""
    rest = tmp_path / "rest"
    rest.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(rest))
    validate(zipped(parcel.folder, tmp_path / "package.zip"))
    with serving(routes_of(parcel.folder)) as (server, _):
        validate(f"{server}/datapackage.json")
        with pytest.raises(UnreadableInput):
            validate(f"{server}/nothing.json")
    assert list(rest.iterdir()) == []
