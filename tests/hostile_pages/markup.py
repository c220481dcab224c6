"""Pages whose tags, attributes and comments are made to break a reader."""

from __future__ import annotations

from hostile_pages.make import (
    COMPLEX,
    PROFILE,
    RESUME,
    Table,
    always,
    beside,
    filled,
    levels,
    nested,
    numbered,
)

NESTED: Table = (
    {
        f"{tag} in {tag}": (PROFILE, nested(tag))
        for tag in ("div", "div class=card", "span", "ul", "table", "section", "font", "b", "a href=x")
    }
    | {
        f"a profile {number} {tag} deep": (PROFILE, levels(tag, number))
        for tag in ("div class=card", "span", "section", "font", "b", "ul", "table")
        for number in (260, 2_000)
    }
    | {
        "lists in items of lists": (
            PROFILE,
            lambda size: "<ul><li>" * (size // 17) + RESUME + "</li></ul>" * (size // 17),
        ),
        "tables in cells of tables": (PROFILE, filled("<table><tr><td>", RESUME)),
    }
)

UNCLOSED: Table = (
    {f"{tag} that never ends": (COMPLEX, filled(f"<{tag}>", RESUME)) for tag in ("p", "b", "i", "a")}
    | {
        f"{tag} with text that never ends": (PROFILE, filled(f"<{tag}>x ", RESUME))
        for tag in (
            "div",
            "li",
            "td",
            "dd",
            "button",
            "font",
            "section",
            "h2",
            "form",
            "nobr",
            "article",
            "marquee",
        )
    }
    | {
        f"{tag} that takes the rest with it": (PROFILE, filled(f"<{tag}>", RESUME))
        for tag in ("textarea", "title", "noscript", "iframe", "script", "style", "plaintext", "noframes")
    }
    | {
        "a tag that never ends": (PROFILE, filled("a ", RESUME + "<p ")),
        "quotes that never end": (PROFILE, filled('<a b="', RESUME)),
        "end tags of nothing": (PROFILE, filled("</b></x></div>", RESUME)),
        "formatting that crosses": (PROFILE, filled("<b><i><p>x</b></i></p>", RESUME)),
        "links that cross": (PROFILE, filled("<a><div></a></div>", RESUME)),
        "options, frames and templates": (
            PROFILE,
            filled("<select><option><template><frameset><frame>", RESUME),
        ),
        "selects in selects": (PROFILE, beside(nested("select", "x"))),
        "templates in templates": (PROFILE, beside(nested("template", "x"))),
        "objects in objects": (PROFILE, beside(nested("object", "x"))),
        "many mains": (PROFILE, filled("<main>x</main>", RESUME)),
        "a main that never ends": (PROFILE, always(f"<main>{RESUME}")),
        "mains in mains": (PROFILE, nested("main")),
    }
)

ATTRIBUTES: Table = {
    "one tag of many attributes": (PROFILE, numbered("a{0} ", f"{RESUME}<p ", ">x")),
    "one tag with one attribute over and over": (PROFILE, filled("a=1 ", f"{RESUME}<p ", ">x")),
    "many attributes on many tags": (PROFILE, filled("<p a b c d e f g h i j k=1 l='2' m>x</p>", RESUME)),
    "a huge attribute": (PROFILE, filled("x", f'{RESUME}<p class="', '">x</p>')),
    "a huge class list": (PROFILE, numbered("c{0} ", f'{RESUME}<p class="', '">x</p>')),
    "a huge address": (PROFILE, filled("/in/", f'{RESUME}<a href="', '">x</a>')),
    "a huge tag name": (PROFILE, filled("x", f"{RESUME}<", ">x")),
    "a huge attribute name": (PROFILE, filled("x", f"{RESUME}<p ", ">x")),
    "one number for all blocks": (PROFILE, filled('<p data-rl-block="1">x</p>', RESUME)),
    "block numbers that are none": (
        PROFILE,
        filled('<p data-rl-block="-1">x</p><p data-rl-block="1e9">x</p><p data-rl-block="">x</p>', RESUME),
    ),
    "a block number of many digits": (PROFILE, filled("9", f'{RESUME}<p data-rl-block="', '">x</p>')),
    "numbers in other scripts": (PROFILE, filled('<p data-rl-block="١٢²">x</p>', RESUME)),
}

COMMENTS: Table = {
    "comments": (PROFILE, filled("<!-- x -->", RESUME)),
    "one endless comment": (PROFILE, filled("- ", f"{RESUME}<!--")),
    "comments that never end": (PROFILE, filled("<!--", RESUME)),
    "comments that end at once": (PROFILE, filled("<!--><!--->", RESUME)),
    "conditional comments": (PROFILE, filled("<!--[if IE]><p>x</p><![endif]--><![if !IE]>", RESUME)),
    "sections of character data": (PROFILE, filled("<![CDATA[<p>x</p>]]>", RESUME)),
    "character data that never ends": (PROFILE, filled("<![CDATA[", RESUME)),
    "processing instructions": (PROFILE, filled("<?php x ?>", RESUME)),
    "instructions that never end": (PROFILE, filled("<?", RESUME)),
    "a document type of laughs": (
        PROFILE,
        numbered('<!ENTITY l{0} "&l1;&l2;&l3;">', "<!DOCTYPE html [", f"]><p>&l9999;</p>{RESUME}"),
    ),
    "an entity from a file": (
        PROFILE,
        always(f'<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]>{RESUME}<p>&x;</p>'),
    ),
}
