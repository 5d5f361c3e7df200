"""Dates, times, lengths and repetitions in English news, as TIMEX3 values and as days of the calendar."""

from summitry.dates.almanac import bounds_of, months_back
from summitry.dates.find import find_all_dates, find_dates
from summitry.dates.timex import Bounds, Timex

__all__ = ["Bounds", "Timex", "bounds_of", "find_all_dates", "find_dates", "months_back"]
