"""Write the pages of the documentation that come from the program itself: its commands, its tables.

With `--check`, write nothing, and fail if a page is not what the program says.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final, get_args

import typer

from summitry.cli import app
from summitry.editions import Text
from summitry.schema import TABLES, Field, table_schema
from summitry.validate import Engine, Format

VALUES: Final = {
    "text": "|".join(get_args(Text)),
    "engine": "|".join(get_args(Engine)),
    "form": "|".join(get_args(Format)),
}
"""What can follow the options that have a list of values."""
DOCS = Path(__file__).parents[1] / "docs"
MADE = "Made from the program by `scripts/reference.py`."


def main() -> int:
    """Write both pages, or compare them with what lies there."""
    pages = {"commands.md": commands(), "tables.md": tables()}
    wrong = 0
    for name, lines in pages.items():
        path, text = DOCS / name, "".join(f"{line}\n" for line in lines)
        if "--check" not in sys.argv:
            path.write_text(text, encoding="utf-8")
        elif not path.is_file() or path.read_text(encoding="utf-8") != text:
            print(
                f"{path.name}: found another text than the program gives; expected it "
                "(run scripts/reference.py)"
            )
            wrong = 1
    return wrong


def commands() -> Iterator[str]:
    """Yield the lines of the page of all commands."""
    group: Any = typer.main.get_command(app)
    yield from ("# Commands", "", MADE, "")
    yield "Every command explains itself with `--help`; those that read articles or packages have `--json`."
    for name, command in group.commands.items():
        yield from command_lines(name, command)


def command_lines(name: str, command: Any) -> Iterator[str]:  # noqa: ANN401  # the same
    """Yield the lines of one command."""
    arguments = [each for each in command.params if not each.opts[0].startswith("-")]
    options = [each for each in command.params if each not in arguments and each.name != "help"]
    usage = " ".join(shown(each) for each in arguments)
    yield from ("", f"## {name}", "", f"`summitry {name} {usage} [OPTIONS]`", "")
    for paragraph in (command.help or "").split("\n\n"):
        yield from (" ".join(paragraph.split()), "")
    yield from ("| | |", "| --- | --- |")
    for each in arguments:
        yield f"| `{shown(each)}` | {cell(getattr(each, 'help', None))} |"
    for option in options:
        yield f"| `{option_shown(option)}` | {cell(option.help)}{default_of(option)} |"


def shown(argument: Any) -> str:  # noqa: ANN401  # typer does not name its type
    """An argument as it is written."""
    return f"{argument.metavar}..." if argument.nargs == -1 else str(argument.metavar)


def option_shown(option: Any) -> str:  # noqa: ANN401  # the same
    """An option with what follows it."""
    names = ", ".join(option.opts)
    if option.is_flag:
        return names
    return cell(f"{names} {option.metavar or VALUES[option.name]}")


def default_of(option: Any) -> str:  # noqa: ANN401  # the same
    """What holds if an option is not given."""
    return "" if option.is_flag or option.default in {None, ""} else f" Default: `{option.default}`."


def cell(text: str | None) -> str:
    """A text in a cell of a table."""
    return " ".join((text or "").split()).replace("|", "\\|")


def tables() -> Iterator[str]:
    """Yield the lines of the page of all tables."""
    yield from ("# The tables", "", MADE, "")
    yield "UTF-8, commas, one header row; an empty cell is null. Dates are `YYYY-MM-DD`. Offsets count code"
    yield "points of Unicode from 0, the end excluded: `text[start:end]` of the paragraph is the row's text."
    for name in TABLES:
        table = table_schema(name)
        keys = ", ".join(f"`{key}`" for key in table.primary_key)
        yield from ("", f"## {name}", "", cell(table.description), "", f"Key: {keys}.", "")
        yield from ("| column | type | what it holds |", "| --- | --- | --- |")
        for field in table.fields:
            yield column(field)


def column(field: Field) -> str:
    """The line of a column."""
    needed = "" if field.required else ", can be empty"
    example = f" Such as `{cell(field.example)}`."
    return f"| `{field.name}` | {field.type}{needed} | {cell(field.description)}{example} |"


if __name__ == "__main__":
    sys.exit(main())
