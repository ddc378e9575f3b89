#!/usr/bin/env python3
"""Compares the words that a site of Faqtory shows with those of the site that the original generator made of the same articles."""

import argparse
import collections
import difflib
import pathlib
import re

from bs4 import BeautifulSoup, Comment

# What holds the article in a page of each generator, and what in there is no text of the article.
GENERATORS = {
    "docusaurus": (".theme-doc-markdown", ".hash-link, .sr-only, .table-of-contents, [class*=buttonGroup]"),
    "faqtory": ("main:has(.text) h1, .text", "a.anchor, [hidden], nav, .notice, button.copy"),
    "hugo": ("main", ".lnt, .ln"),
    "jekyll": ("main", "#markdown-toc"),
    "mkdocs": (".md-content article", ".headerlink, .md-content__button, .md-source-file, .md-feedback, .linenos"),
    "starlight": (
        "main",
        "footer, .sl-anchor-link, .expressive-code .copy, .sr-only, .pagination-links, mobile-starlight-toc, .social-icons",
    ),
    "vitepress": (".vp-doc, .VPHome", ".header-anchor, button.copy, span.lang, .line-numbers-wrapper, .table-of-contents"),
    "vuepress": ("[vp-content], .vp-home", ".vp-copy-code-button, .vp-tab-title, .vp-code-tab-title, .line-numbers, .table-of-contents"),
}
# Where these show the titles of all tabs above the first tab, Faqtory has each above its own: a group, its titles, its tabs.
TABS = [
    (".tabbed-set", ":scope > .tabbed-labels > label", ":scope > .tabbed-content > .tabbed-block"),
    (".vp-code-group", ":scope > .tabs > label", ":scope > .blocks > *"),
    ("starlight-tabs", ":scope > .tablist-wrapper [role=tab]", ":scope > [role=tabpanel]"),
    (".tabs-container", ":scope > [role=tablist] > [role=tab]", ":scope > div > [role=tabpanel]"),
    (".vp-tabs, .vp-code-tabs", ":scope > :first-child > button", ":scope > .vp-tab, :scope > .vp-code-tab"),
]
BLOCKS = (
    "address, article, aside, blockquote, br, button, caption, dd, details, div, dl, dt, figcaption, figure, footer, h1, h2, h3, "
    "h4, h5, h6, header, hr, label, li, main, nav, ol, option, p, pre, section, summary, sup, table, tbody, td, tfoot, th, thead, "
    "tr, ul, .sl-link-card span, .sl-link-button, .VPHero span, .VPButton"
)
# A letter of a script that puts no spaces between words is a word.
ALONE = "\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
WORD = re.compile(f"[{ALONE}]|[^\\W_{ALONE}]+")


def visible(html, generator):
    """The text of the article, a line for each block; none if it is in another locale, `None` if there is no article."""
    article, chrome = GENERATORS[generator]
    html = BeautifulSoup(html, "lxml")
    if html.select_one(".notice.fallback"):
        return ""
    for part in html.select(", ".join(filter(None, ["script, style, template, noscript, svg", chrome]))):
        part.decompose()
    for comment in html.find_all(string=lambda text: isinstance(text, Comment)):
        comment.extract()
    for group, titles, tabs in TABS:
        for group in html.select(group):
            for title, tab in zip(group.select(titles), group.select(tabs)):
                tab.insert_before(title)
    for block in html.select(BLOCKS):
        block.insert_before("\n")
        block.insert_after("\n")
    parts = html.select(article)
    outermost = [part for part in parts if not any(other in part.parents for other in parts)]
    lines = "\n".join(part.get_text() for part in outermost).split("\n")
    text = "\n".join(filter(None, (" ".join(line.split()) for line in lines)))
    return text or None


def pages(site):
    """The address and the file of every page."""
    for file in sorted(pathlib.Path(site).rglob("*.html")):
        address = file.relative_to(site).as_posix().removesuffix(".html")
        if not address.endswith("404"):
            yield re.sub(r"(^|/)index$", "", address), file


def at(site, address):
    """The page of Faqtory at an address; an old address leads to where the page is now."""
    file = pathlib.Path(site, address, "index.html")
    html = file.read_text() if file.is_file() else ""
    if moved := re.search(r'http-equiv="refresh" content="0; url=([^"#]*)', html):
        return (file.parent / moved[1] / "index.html").resolve().read_text()
    return html


def counterpart(site, address, original):
    """The text of Faqtory's page for a page of the original, which may have no folder for its default locale."""
    language = re.search(r"""<html[^>]* lang=["']?((\w+)[\w-]*)""", original)
    folders = [f"{language[1].lower()}/", f"{language[2].lower()}/"] if language else []
    found = (visible(at(site, folder + address), "faqtory") for folder in ["", *folders])
    return next((text for text in found if text is not None), None)


def words(text):
    return WORD.findall(text.casefold())


def compare(generator, original, site, longest):
    """Prints the share of words that are equal in order, of all pages and of each, and the stretches that differ most."""
    shares, stretches, alone = [], collections.defaultdict(list), []
    for address, file in pages(original):
        html = file.read_text()
        theirs = visible(html, generator)
        ours = counterpart(site, address, html) if theirs else ""
        if not ours:
            alone += [address] if ours is None else []
            continue
        theirs, ours = words(theirs), words(ours)
        codes = difflib.SequenceMatcher(None, theirs, ours, autojunk=False).get_opcodes()
        longer = max(len(theirs), len(ours), 1)
        lost = longer - sum(b - a for kind, a, b, *_ in codes if kind == "equal")
        shares.append((1 - lost / longer, lost, longer, address))
        for kind, a, b, c, d in codes:
            if kind != "equal":
                stretches[" ".join(theirs[a:b]), " ".join(ours[c:d])].append((max(b - a, d - c), address))
    lost, total = (sum(share[n] for share in shares) for n in (1, 2))
    print(f"{1 - lost / max(total, 1):.2%} of {total} words on {len(shares)} pages are equal in order")
    print(f"{sum(share[0] < 0.98 for share in shares)} pages below 98 %; {len(alone)} pages are not in {site}: {alone[:20]}")
    for share, lost, _, address in sorted(shares)[:longest]:
        print(f"{share:8.2%} {lost:5} words differ on {address or '/'}")
    print("words  times  original → Faqtory (pages)")
    for (theirs, ours), places in sorted(stretches.items(), key=lambda item: -sum(n for n, _ in item[1]))[:longest]:
        seen = ", ".join(sorted({address or "/" for _, address in places})[:3])
        print(f"{sum(n for n, _ in places):5} {len(places):6}  «{theirs[:150]}» → «{ours[:150]}» ({seen})")


def show(generator, original):
    """Prints the text of every page, as the fixtures of the tests have it."""
    for address, file in pages(original):
        if text := visible(file.read_text(), generator):
            print(f"==== {address}\n{text}")


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("generator", choices=GENERATORS)
    arguments.add_argument("original", help="the original's site")
    arguments.add_argument("site", nargs="?", help="Faqtory's site of the same articles; without it, the text of the original's pages is printed")
    arguments.add_argument("--longest", type=int, default=60, metavar="N", help="how many pages and stretches are printed")
    options = arguments.parse_args()
    if options.site:
        compare(options.generator, options.original, options.site, options.longest)
    else:
        show(options.generator, options.original)


if __name__ == "__main__":
    main()
