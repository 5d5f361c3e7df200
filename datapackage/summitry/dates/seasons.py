"""Seasons: “last fall”, “the summer of 2012”, “this spring”."""

from datetime import date

from summitry.dates.almanac import SEASON_START, season_of
from summitry.dates.days import year_said
from summitry.dates.months import shift_of
from summitry.dates.patterns import Hit, Reading
from summitry.dates.rules import Rule, rule
from summitry.dates.scene import Scene


def read_season(hit: Hit, scene: Scene) -> Reading | None:
    """“last fall”, “the summer of 2012”, “this spring”."""
    code, said, today = hit.value("season"), year_said(hit), scene.today
    if said:
        return Reading("DATE", f"{said:04}-{code}", mod=hit.mod)
    if not ("when" in hit or "which" in hit or "unit" in hit):
        return None
    if "unit" in hit:
        if today is None or hit.value("unit") != "Y":
            return None
        return Reading("DATE", f"{today.year + shift_of(hit, 'of'):04}-{code}", mod=hit.mod)
    if today is None:
        return Reading("DATE", f"XXXX-{code}", mod=hit.mod)
    return Reading("DATE", f"{season_year(hit, scene, today, code):04}-{code}", mod=hit.mod)


def season_year(hit: Hit, scene: Scene, today: date, code: str) -> int:
    """The year in which the season meant began: the last begun one, moved by the words and the tense."""
    now, current = season_of(today)
    shift = shift_of(hit)
    begun = list(SEASON_START).index(code) <= list(SEASON_START).index(current)
    year = now if begun else now - 1
    if shift or code == current:
        return year + (shift > 0) - (shift < 0 and code == current)
    return year + (scene.tense(hit) > 0 or ("this" in hit.words("which") and not begun))


def rules() -> list[Rule]:
    """The rules for seasons."""
    return [
        rule("<when:modifier>?<which:which|the>?<season:season>(?:<of|comma>?<year:anyyear>)?", read_season),
        rule("<when:modifier>?<season:season><of>?<of:last|this|next><unit:unit>", read_season),
    ]
