"""Characters that nobody sees, and the few places in which writing needs them."""

from typing import Final

# They choose how the character before them looks, and are seen in it.
VARIATIONS: Final = r"\x{180b}-\x{180d}\x{180f}\x{fe00}-\x{fe0f}\x{e0100}-\x{e01ef}"
# What Unicode calls default ignorable: soft hyphen, zero-width space and joiners, marks of direction, fillers
# of Hangul, tags, byte order mark. Then marks of annotations, a Braille cell without dots, and what is none.
UNSEEN: Final = r"\p{Default_Ignorable_Code_Point}\x{fff9}-\x{fffb}\x{2800}\p{Noncharacter_Code_Point}"
INVISIBLE: Final = f"[{UNSEEN}--[{VARIATIONS}]]"
"""A pattern for one of them."""

BLANK: Final = rf"^[\s{UNSEEN}]+$"
"""A pattern for a cell in which nothing is seen."""

JOINERS: Final = r"[\x{200c}\x{200d}\x{180e}]"
# Unicode Standard, section 23.2: these scripts join their letters, and joiners change how they do it
JOINING: Final = (
    r"\p{Arabic}\p{Syriac}\p{Mongolian}\p{Devanagari}\p{Bengali}\p{Gurmukhi}\p{Gujarati}\p{Oriya}\p{Tamil}"
    r"\p{Telugu}\p{Kannada}\p{Malayalam}\p{Sinhala}"
)
VIRAMAS: Final = r"[\x{94d}\x{9cd}\x{a4d}\x{acd}\x{b4d}\x{bcd}\x{c4d}\x{ccd}\x{d4d}\x{dca}]"
# “می‌خواهم”: a joiner between letters; “അവന്‍”: one that ends a word after the mark of a lost vowel
WORD: Final = rf"[{JOINING}](?:{VIRAMAS}{JOINERS}|{JOINERS}?[{JOINING}\p{{M}}])*"
PICTURE: Final = r"\p{Extended_Pictographic}(?:\x{fe0f}|[\x{1f3fb}-\x{1f3ff}])?"
# “👨‍👩‍👧”, one picture of several (UTS 51, section 2.3)
PICTURES: Final = rf"{PICTURE}(?:\x{{200d}}{PICTURE})+"
# the flags of England, Scotland and Wales (UTS 51, section 2.6)
FLAG: Final = r"\x{1f3f4}[\x{e0030}-\x{e0039}\x{e0061}-\x{e007a}]{3,6}\x{e007f}"
BRAILLE: Final = r"[\x{2801}-\x{28ff}](?:\x{2800}?[\x{2801}-\x{28ff}])+"
OLD_HANGUL: Final = r"\x{115f}[\x{1161}-\x{11a7}]|[\x{1100}-\x{115e}]\x{1160}"

NEEDED: Final = f"{WORD}|{PICTURES}|{FLAG}|{BRAILLE}|{OLD_HANGUL}"
"""A pattern for sound writing of which they are part."""
