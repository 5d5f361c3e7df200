"""What UTF-8 looks like that was read in another encoding, as sound text of no language does."""

from typing import Final

# The bytes 80 to BF, with which every character of UTF-8 beyond ASCII goes on, as Windows-1252 shows them.
TAIL: Final = "".join(
    bytes([byte]).decode("cp1252", "ignore") for byte in range(0x80, 0xC0) if byte not in {0xA0, 0xAD}
)
# They end words in sound text too: “É”, «Å»
PUNCTUATION: Final = "‘’“”‹›«»–—…"
RARE: Final = "".join(mark for mark in TAIL if mark not in PUNCTUATION)
# “Ã©” for é, “Å‚” for ł, “Ð°” for а
TWO_BYTES: Final = f"[ÂÃÄÅÐÑ][{RARE}]|(?:[ÎÏ×ØÙ][{RARE}]){{2}}"
# “æ—¥” for 日; but “áš’” in “Lukáš’s”, and “é®’” in “Nestlé®’s”, are sound
THREE_BYTES: Final = f"[à-ï](?:[{RARE}][{TAIL}]|[{TAIL}][{RARE}])"
# so they count by twos, or between words: what is written in three bytes stands in no word of Latin letters
ALONE: Final = rf"(?:^|[^\pL])(?:{THREE_BYTES})(?:[^\pL]|$)"
# but for “áº¡”, “á»‡” and “á»…n” of Vietnamese (“Papá»…” is sound), “â€™” for ’, “â‚¬” for €, “ï¬‚” for a
# ligature, “ðŸ” of an emoji
WITHIN: Final = rf"áº[¡-¿]|á»(?:[{RARE}]|[‘“…]\pL)|â€|â[‚„][{RARE}]|ï¬[{RARE}]|ðŸ"
# “ï»¿” for a byte order mark, “ï¿½” for the character that stands for what could not be read, and that one
LOST: Final = r"ï»¿|ï¿½|\x{fffd}"

MOJIBAKE: Final = f"{TWO_BYTES}|(?:{THREE_BYTES}){{2}}|{ALONE}|{WITHIN}|{LOST}"
"""A pattern for what decoding twice, or as what it is not, leaves behind."""
