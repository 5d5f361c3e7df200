"""Archives made in memory, sound and hostile ones."""

import gzip
import io
import tarfile
import zipfile

ARTICLE = "date 2019-05-15 AFP, OSLO\n\nThe ministers met, says {}.\n"


def article(name):
    """The bytes of an article of its own."""
    return ARTICLE.format(name).encode()


def zipped(members, method=zipfile.ZIP_DEFLATED):
    """A zip of names and their bytes."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, content in members:
            archive.writestr(zipfile.ZipInfo(name) if isinstance(name, str) else name, content, method)
    return file.getvalue()


def tarred(members, form=tarfile.PAX_FORMAT):
    """A tar of names and their bytes; a name can be a whole header."""
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w", format=form) as archive:
        for name, content in members:
            head = tarfile.TarInfo(name) if isinstance(name, str) else name
            head.size = len(content)
            archive.addfile(head, io.BytesIO(content))
    return file.getvalue()


def gzipped(content):
    """The same bytes in the form of gzip."""
    return gzip.compress(content, mtime=0)


def header(name, kind, target=""):
    """The header of a member of a tar that is no file."""
    head = tarfile.TarInfo(name)
    head.type, head.linkname = kind, target
    return head


def link_in_zip(name):
    """A member of a zip that says of itself that it is a link."""
    member = zipfile.ZipInfo(name)
    member.external_attr = 0o120777 << 16
    return member
