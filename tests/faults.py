"""Ways to break one thing in the small package of the tests of `validate`: each changes a parcel."""

import json


def cell(table, line, column, value):
    """Another value in a cell."""
    return lambda parcel: parcel.put(table, line, column, value)


def content(table, change, *, told=True):
    """Other bytes in a table."""
    return lambda parcel: parcel.rewrite(table, change, told=told)


def rows(table, change, *, told=True):
    """Other rows in a table."""
    return lambda parcel: parcel.put_rows(table, change(parcel.rows(table)), told=told)


def package(**properties):
    """Other properties of the package."""
    return lambda parcel: parcel.describe(lambda descriptor: descriptor.update(properties))


def resource(table, /, **properties):
    """Other properties of a resource."""

    def changed(descriptor):
        next(each for each in descriptor["resources"] if each["name"] == table).update(properties)

    return lambda parcel: parcel.describe(changed)


def schema(table, change):
    """Another schema of a table."""

    def changed(parcel):
        path = parcel.folder / "schemas" / f"{table}.json"
        found = json.loads(path.read_text(encoding="utf-8"))
        change(found)
        path.write_text(json.dumps(found), encoding="utf-8")

    return changed


def field(name, /, **properties):
    """Other properties of a field, for `schema`."""
    return lambda found: next(each for each in found["fields"] if each["name"] == name).update(properties)


def more(text, **properties):
    """One more resource, a file of this text beside the folder of the tables."""

    def changed(parcel):
        (parcel.folder / "notes.csv").write_text(text, encoding="utf-8", newline="")
        notes = {"name": "notes", "path": "notes.csv"} | properties
        parcel.describe(lambda descriptor: descriptor["resources"].append(notes))

    return changed


def more_rows(text, *fields, **properties):
    """One more table with these fields."""
    return more(text, type="table", schema={"fields": list(fields)} | properties)


def in_line(number, before, after):
    """A change of one line of a file, for `content`."""

    def changed(found):
        lines = found.decode().split("\n")
        assert before in lines[number - 1]
        lines[number - 1] = lines[number - 1].replace(before, after, 1)
        return "\n".join(lines).encode()

    return changed


def all_quoted(found):
    """The same with marks around every cell; no cell of the table holds a comma or a mark."""
    lines = found.decode().splitlines()
    return "".join(",".join(f'"{each}"' for each in line.split(",")) + "\n" for line in lines).encode()


def twice(name):
    """The first resource once more, under this name."""

    def changed(descriptor):
        descriptor["resources"].append(descriptor["resources"][0] | {"name": name})

    return lambda parcel: parcel.describe(changed)


def without(table, name):
    """A resource without one of its properties."""

    def changed(descriptor):
        del next(each for each in descriptor["resources"] if each["name"] == table)[name]

    return lambda parcel: parcel.describe(changed)
