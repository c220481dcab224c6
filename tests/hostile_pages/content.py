"""Pages whose text, scripts and headings are made to break a reader."""

from __future__ import annotations

from hostile_pages.make import (
    COMPLEX,
    ITEMS,
    LINES,
    PROFILE,
    RESUME,
    TOO_LARGE,
    Table,
    always,
    beside,
    filled,
    nested,
)

TEXT: Table = {
    "more text than any page has": (TOO_LARGE, always(f"{RESUME}<p>{'x' * 10_000_000}")),
    "one endless word": (PROFILE, filled("x", f"{RESUME}<p>")),
    "one endless description": (PROFILE, filled("Python and Django. ", ITEMS.replace("</li>", "<p>"))),
    "a title without end": (PROFILE, filled("a - ", ITEMS + "<li><h3>", "</h3><p>2018</p></li></ul>")),
    "white space": (PROFILE, filled(" \n\t", f"{RESUME}<p>", "</p>")),
    "signs that open nothing": (COMPLEX, filled("< ", RESUME)),
    "signs that close nothing": (PROFILE, filled("> ", RESUME)),
    "entities": (PROFILE, filled("&amp;&#x1F600;", f"{RESUME}<p>")),
    "halves of entities": (PROFILE, filled("&#x&#&am&#xD800;&#1114112;&", f"{RESUME}<p>")),
    "entities of nothing": (PROFILE, filled("&#0;&#x0;&nosuch;", f"{RESUME}<p>")),
    "a number too great for a character": (PROFILE, filled("9", f"{RESUME}<p>&#", ";")),
    "zeros": (PROFILE, filled("\0", f"{RESUME}<p>")),
    "zeros in tags": (PROFILE, filled("<p\0\0>\0</p\0>", RESUME)),
    "lone surrogates": (COMPLEX, filled("\ud800", f"{RESUME}<p>")),
    "some lone surrogates": (PROFILE, always("\udfff" + RESUME + "\udc00x" * 5_000)),
    "halves of surrogates the wrong way round": (COMPLEX, filled("\udc00\ud800", RESUME)),
    "byte order marks": (PROFILE, filled("\ufeff", "", RESUME)),
    "bytes of no text": (PROFILE, filled("\ufffe\uffff\x01\x0b\x1f\x7f\x80", RESUME)),
    "writing that turns round": (PROFILE, filled("\u202e\u2066x\u2069", f"{RESUME}<p>")),
    "marks on one letter": (PROFILE, filled("\u0301", f"{RESUME}<p>a")),
    "letters of no width": (PROFILE, filled("\u200b\u200d\u2060", f"{RESUME}<p>")),
    "families of emoji": (PROFILE, filled("\U0001f468\u200d\U0001f469\u200d", f"{RESUME}<p>")),
    "letters that grow in capitals": (PROFILE, filled("\u0130\ufb03\u00df", f"{RESUME}<p>")),
    "digits of every script": (PROFILE, filled("\u0661\u0967\u00b2\u2460", f"{RESUME}<p>")),
}

FOREIGN: Table = {
    "drawings in drawings": (PROFILE, filled("<svg><g>", RESUME)),
    "drawings that hold text": (PROFILE, beside(nested("svg", "<p>x</p>"))),
    "a page inside a drawing's page": (PROFILE, filled("<svg><foreignObject><div></svg></div>", RESUME)),
    "formulas": (PROFILE, filled("<math><mi><mtext><p>x</p>", RESUME)),
    "scripts": (PROFILE, filled("<script>if (a < b) '<p>'</script>", RESUME)),
    "scripts in a comment in a script": (PROFILE, filled("<script>", f"{RESUME}<script><!--")),
    "styles": (PROFILE, filled("<style>p { color: '</p>' }</style>", RESUME)),
    "hidden data": (PROFILE, filled('<code id="a">{"x": "<p>"}</code>', RESUME)),
    "hidden data in hidden data": (PROFILE, filled("<code id=a>", RESUME)),
    "other ways in": (PROFILE, filled('<base href="x"><link rel=canonical href="/in/other/">', "", RESUME)),
    "orders to go elsewhere": (PROFILE, filled('<meta http-equiv="refresh" content="0;url=x">', "", RESUME)),
    "only orders to go elsewhere": ("blocked", filled('<meta http-equiv="refresh" content="0;url=x">')),
    "pages of other keys": (PROFILE, filled('<meta name="pageKey" content="x">', "", RESUME)),
    "titles": (PROFILE, filled("<title>x</title>", "", RESUME)),
    "documents in a document": (PROFILE, filled("<html><head></head><body><p>x</p></body></html>", RESUME)),
}

MANY: Table = {
    "headings": ("not_a_profile", filled("<h2>Experience</h2>")),
    "headings below headings": (PROFILE, filled("<div><h3>Skills</h3>", RESUME)),
    "dates": ("not_a_profile", filled("<p>Jan 2020 - Feb 2021</p>", "<h2>Experience</h2>")),
    "dates in one line": (PROFILE, filled("Jan 2020 - Feb 2021 · ", ITEMS.replace("</li>", "<p>"))),
    "rules": (PROFILE, filled("<hr><p>x</p>", RESUME)),
    "items of a list": (PROFILE, filled("<li>x</li>", f"{RESUME}<ul>", "</ul>")),
    "breaks": (PROFILE, filled("x<br>y", f"{RESUME}<p>")),
    "skills in one line": (PROFILE, filled("a, ", f"{RESUME}<h2>Skills</h2><p>")),
    "commas in a degree": (PROFILE, filled("a, ", f"{RESUME}<h2>Education</h2><p>Uni</p><p>", ")</p>")),
    "commas in a school": (PROFILE, filled(", a", f"{RESUME}<h2>Education</h2><p>Uni", "</p><p>2019</p>")),
    "links to the rest": (PROFILE, filled('<a href="/in/x/details/skills/">x</a>', RESUME)),
    "hidden twins": (PROFILE, filled('<b aria-hidden="true">x</b><b class="visually-hidden">x</b>', RESUME)),
}

# As many lines as a section may have and is still divided into entries, in every kind of section.
KINDS = ("About", "Education", "Skills", "Certifications", "Projects", "Recommendations")
SHORT, DATED = "<p>Acme x, y</p>" * 4_900, "<p>Acme</p><p>Jan 2019 - May 2020</p>" * 2_450
BETWEEN_DATES = f"<p>2019 - 2020</p>{'<p>x</p>' * 4_800}<p>2017 - 2018</p>"

SECTIONS: Table = (
    {f"lines in {kind}": (PROFILE, always(f"{RESUME}<h2>{kind}</h2>{SHORT}")) for kind in KINDS}
    | {f"dated lines in {kind}": (PROFILE, always(f"{RESUME}<h2>{kind}</h2>{DATED}")) for kind in KINDS}
    | {
        "lines in one position": (PROFILE, always(ITEMS.removesuffix("</li>") + SHORT)),
        "positions": (PROFILE, always(ITEMS + f"<li>{LINES}</li>" * 1_600)),
        "dates far apart": (PROFILE, always(RESUME.replace("</ul>", f"</ul>{BETWEEN_DATES}"))),
        "dates far apart in a list": (PROFILE, always(f"{ITEMS}<li>{BETWEEN_DATES}</li></ul>")),
    }
)
