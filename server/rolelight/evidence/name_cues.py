"""The words beside which a name stands: of a person, a place, an employer or a school.

What counts is the word just before a capital, and for most of them what leads up to it: "reported to Ruby",
but not "moved to Ruby". Where that alone cannot tell a name from a technology, it is no cue.
"""

from __future__ import annotations

import re


def _ends(*endings: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(endings)}) $", re.IGNORECASE)


HONORIFICS = frozenset(("Dr", "Mr", "Mrs", "Ms", "Mx", "Miss", "Prof", "Professor"))

# Being at something is working there, unless it is being good at it.
AT = frozenset({"at", "@"})
GOOD_AT = re.compile(
    r"(?:good|better|best|great|skilled|skill?ful|proficient|proficiency|experts?|expertise|adept"
    r"|experienced?"
    r"|excellent|excel(?:led|s|ling)?|strong|competent|talented|fluent|gifted|aimed|aiming|targeted|directed"
    r"|look(?:ed|ing|s)?|hands?|capable|stored|hosted|data|advanced|novice|beginner|intermediate"
    r"|knowledge|well[- ]versed) at $",
    re.IGNORECASE,
)
# "At SQL Server level" speaks of the technology.
OF_TECHNOLOGY = re.compile(
    r" (?:level|layer|scale|side|end|code|scripts?|runtime|developer|engineer|programmer|database"
    r"|db|queries)\b"
)

# Whom one works with is not always a person: "with Data Engineers", "with QA teams".
TEAM = re.compile(
    r"(?:[A-Z][\w/&-]* ){0,3}(?i:teams?|management|marketing|departments?|engineers?|developers?|owners"
    r"|analysts?"
    r"|scientists?|testers?|leads?|architects?|stakeholders|command lines?|group)\b"
)
_RELATIVES = (
    "wife|husband|partner|spouse|daughter|son|sister|brother|mother|father|friend|mentor|manager|boss"
    "|colleague|co-founder|cofounder|teacher|professor|supervisor|director|client|intern|assistant"
)
_RESIDING = (
    "(?<!s )(?<!database )based|located|living|lived?|lives|born|raised|brought up|resid(?:ed?|es|ing"
    "|ent)|settled|stationed"
    "|headquartered|grew up|growing up|childhood|home|house|village|town|city|offices?|campus|remotely"
)
# By the word just before a name of one word or more: what must lead up to it.
LEADS: dict[str, re.Pattern[str]] = {
    "to": _ends(
        r"(?:report(?:s|ed|ing)?|answer(?:ed|ing)?|married|assistants?|deputy|advis[eo]r|secretary"
        r"|apprenticed)"
        r"(?: directly)? to",
        r"(?:relocat\w+|moved (?:back|home|house)|(?:e|im)migrat(?:ed|ing)|return(?:ed|ing)?|commut\w+"
        r"|travel\w*|willing to move|open to (?:a )?mov\w+) to",
    ),
    "with": _ends(
        r"(?:collaborat\w+|partner(?:ed|ing)|liais\w+|team(?:ed|ing) up|co-?founded|co-?authored"
        r"|work(?:ed|ing)? (?:very )?closely|side by side|pair[- ]programm\w+) with"
    ),
    "alongside": _ends("alongside"),
    "by": _ends(
        "(?:led|mentored|supervised|coached|taught|hired|headed|recommended|founded|guided|employed) by"
    ),
    "under": _ends("(?:studied|studying|apprenticed|served|serving|mentorship|trained) under"),
    "for": _ends("(?:assistant|secretary|deputy|au pair|carer|driver|nanny|volunteer) for"),
    "of": _ends(
        "(?:guidance|supervision|leadership|mentorship) of",
        "(?:native|island|town|city|village|citizen|province|suburb|outskirts|university|college"
        "|institute) of",
    ),
    "in": _ends(rf"(?:{_RESIDING}) in"),
    "on": _ends("(?:grew up|born|raised|living|lived) on"),
    "from": _ends(
        "(?:originally|hails?|hailing|(?<=a )native|grew up|emigrated|i am|i['\u2019]m"
        "|work(?:s|ing) remotely) from"
    ),
    "near": _ends("near"),
    "is": _ends("name is"),
    "name's": _ends("name['\u2019]s"),
    **{noun: _ends(rf"(?:my|our|his|her|their|the late) {noun}") for noun in _RELATIVES.split("|")},
}
# After these, a name must go on as one: "I'm Ruby, ...", but not "I'm Ruby developer".
_I_AM = _ends("i['\u2019]m")
INTRODUCING = {"am": _ends("i am"), "i'm": _I_AM, "i\u2019m": _I_AM, "meet": _ends("meet")}
INTRODUCED = re.compile(r"(?:[,.!;:)\n|\u2013\u2014-]| [|\u2013\u2014-] | and | from |$)")

# A full name may stand after any of these; so may a technology of two words, which the lexicon knows.
BEFORE_FULL_NAMES = frozenset(("with", "by", "to", "for", "from", "under"))
# An employer that the profile names may be called by one word after these.
BEFORE_EMPLOYERS = frozenset(("for", "join", "joined", "joining", "left", "leaving", "within", "inside"))
# After these, "C." ends a sentence.
BEFORE_LANGUAGES = frozenset(("in", "using", "or", "like", "learn", "learned", "know", "knows", "into"))
# All words before a capital at which it is worth looking further.
CUES = BEFORE_FULL_NAMES | BEFORE_EMPLOYERS | AT | LEADS.keys() | INTRODUCING.keys()

SCHOOLS = ("University", "College", "Polytechnic")
# The last words of the names of companies and schools.
ENDS_OF_NAMES = frozenset(SCHOOLS).union(
    ("Inc", "LLC", "Ltd", "Limited", "GmbH", "Corp", "Corporation", "Incorporated", "PLC", "Plc", "Pty"),
    ("LLP", "SARL", "SpA"),
)
# What people are, by which a sentence about one begins: "Ruby is a careful analyst".
INTRODUCTION = re.compile(
    r" (?:is|was) (?:an?|the|our|my) (?:(?!for |of |to |that |which )[\w+#.-]+,? ){0,5}?"
    r"(?:engineer|developer|analyst|scientist|manager|programmer|architect|administrator|consultant|designer"
    r"|leader|lead|teacher|mother|father|colleague|woman|man|person|graduate|professional|specialist)\b"
)
BEFORE_INTRODUCTION = re.compile(
    r"(?:^|[.!?\n*\u2022\u25cf\u25aa\u00b7\u2013-] ?)([A-Z][\w'\u2019-]+(?: [A-Z][\w'\u2019-]+){0,2}),?$"
)
# What follows a person at the beginning of a sentence.
DOING = re.compile(
    r"(?:['\u2019]s| (?:is|was|has|had|will|can|who|and (?:his|her|their)|loves?|likes?|enjoys?"
    r"|works?|worked|brings?|built|builds|led|leads|joined|holds?|lives?|studied|speaks?|spends?"
    r"|started|began|wrote|writes|spent))\b"
)

# How lines and sentences begin, and no surname: text that was flattened has no full stop before them.
SENTENCE = re.compile(
    r"(?:The|In|On|At|I|My|We|It|This|That|Also|And|For|With|No|Not|Never|Previously|Formerly|Currently"
    r"|Responsible"
    r"|Built|Wrote|Led|Ran|Made|Did|Took|Taught|Used|Using|Learning|Looking|Seeking|Coursework"
    r"|Environment|Skills"
    r"|\w{2,}(?:[^maey]ed|[tpdvsz]ing))$"
)
# What a place's name may begin with: "South Korean".
COMPASS = frozenset(("South", "North", "East", "West"))
COUNTRIES = re.compile(
    r", (?:Indonesia|India|China|Japan|Germany|France|Spain|Italy|Portugal|Poland|Ukraine|Russia|Brazil"
    r"|Mexico"
    r"|Canada|Australia|Ireland|Scotland|Wales|England|Nigeria|Kenya|Ghana|Egypt|Turkey|Israel|Pakistan"
    r"|Bangladesh|Vietnam|Thailand|Malaysia|Singapore|Philippines|Netherlands|Belgium|Sweden|Norway|Denmark"
    r"|Finland|Austria|Switzerland|Greece|Romania|Hungary|Argentina|Chile|Colombia|Peru|USA|U\.S\.A?\.?|UK"
    r"|United (?:States|Kingdom)|South (?:Africa|Korea|Dakota|Carolina)|North (?:Dakota|Carolina)|New (?:York"
    r"|Zealand|Jersey|Mexico|Hampshire)|Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut"
    r"|Delaware|Florida|Georgia|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland"
    r"|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|Ohio|Oklahoma|Oregon"
    r"|Pennsylvania|Tennessee|Texas|Utah|Vermont|Virginia|Washington|Wisconsin|Wyoming|Yorkshire|Kent|Sussex"
    r"|Norfolk|Cornwall)\b"
)

# Given names and surnames that are also signals: a full name may be made of two of them.
SIGNALS_AS_NAMES = frozenset(
    (
        "ruby",
        "julia",
        "scala",
        "django",
        "perl",
        "jenkins",
        "swift",
        "chef",
        "spark",
        "jade",
        "jasper",
        "cassandra",
        "maya",
        "ada",
        "pascal",
        "crystal",
        "haskell",
        "dart",
        "elm",
        "travis",
        "hugo",
        "delphi",
        "hudson",
        "kafka",
        "phoenix",
        "go",
        "rust",
        "spring",
        "storm",
        "r",
        "c",
    )
)
SIGNALS_AS_SURNAMES = frozenset(
    ("swift", "chef", "spark", "jenkins", "hudson", "rust", "spring", "storm", "ada")
)
# Pronouns and words that reveal gender or age; a text reads the same whichever of them it holds.
PERSONAL = (
    r"[Tt]he(?:y|m|irs?|mselves)|[Ss]he|[Hh](?:e|is|ers?|im|erself|imself)|[Xx]e|[Zz]e|[Hh]ir|wom[ae]n|m[ae]n"
    r"|girls?|boys?|mothers?|fathers?|mums?|moms?|dads?|husband|wife|spouse"
)
