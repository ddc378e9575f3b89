#!/usr/bin/env python3
"""Writes a git repository whose articles have many versions, and translations that were made from them."""

import argparse
import hashlib
import random
import subprocess

WORDS = "account bill card change close cost day desk door find help keep late letter line mark month name next note".split()


def paragraphs(chance, count):
    lines = (" ".join(chance.choice(WORDS) for _ in range(40)) for _ in range(count))
    return [line.capitalize() + "." for line in lines]


def article(title, head, body):
    return f"---\ntitle: {title}\n{head}---\n\n# {title}\n\n" + "\n\n".join(body) + "\n"


def source_hash(text):
    return hashlib.sha1(text.replace("\n", "\r\n").encode()).hexdigest()


class Repository:
    """A stream for `git fast-import`."""

    def __init__(self, out):
        subprocess.run(["git", "init", "-q", "-b", "main", out], check=True)
        command = ["git", "-C", out, "fast-import", "--quiet"]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE)
        self.day = 0

    def write(self, text):
        self.process.stdin.write(text.encode())

    def data(self, text):
        self.write(f"data {len(text.encode())}\n{text}\n")

    def commit(self, files):
        self.day += 1
        self.write(f"commit refs/heads/main\ncommitter A <a@example.org> {1_600_000_000 + self.day * 86_400} +0000\n")
        self.data("Change")
        for path, text in files.items():
            self.write(f"M 100644 inline {path}\n")
            self.data(text)

    def close(self):
        self.process.stdin.close()
        assert self.process.wait() == 0


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out")
    parser.add_argument("--articles", type=int, default=500)
    parser.add_argument("--versions", type=int, default=20, help="of each article")
    parser.add_argument("--together", type=int, default=10, help="articles that a commit changes")
    parser.add_argument("--locales", type=int, default=4)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    chance = random.Random(options.seed)
    locales = ["de-DE", "fr-FR", "he-IL", "ja-JP", "lv-LV", "pt-BR", "sv-SE", "uk-UA"][: options.locales]
    repository = Repository(options.out)
    repository.commit({"faqtory.toml": '[site]\nsource_locale = "en-US"\n'})
    bodies = [paragraphs(chance, 8) for _ in range(options.articles)]
    made_from = {locale: [""] * options.articles for locale in locales}
    for version in range(options.versions):
        order = list(range(options.articles))
        chance.shuffle(order)
        changed = {}
        for place, number in enumerate(order, 1):
            # A quarter of the changes change no word.
            at = chance.randrange(8)
            if chance.random() < 0.25:
                bodies[number][at] = f"**{bodies[number][at].strip('*')}**"
            else:
                bodies[number][at] = paragraphs(chance, 1)[0]
            text = article(f"Article {number}", f"author: a{version}\n", bodies[number])
            changed[f"content/en-US/a{number}.md"] = text
            if place % options.together == 0 or place == len(order):
                repository.commit(changed)
                changed = {}
            for locale in locales:
                if version == 0 or chance.random() < 2 / options.versions:
                    made_from[locale][number] = source_hash(text)
    translations = {}
    for locale in locales:
        for number in range(options.articles):
            head = f"source_hash: {made_from[locale][number]}\n"
            text = article(f"{locale} {number}", head, paragraphs(chance, 8))
            translations[f"content/{locale}/a{number}.md"] = text
    repository.commit(translations)
    repository.close()
    subprocess.run(["git", "-C", options.out, "reset", "-q", "--hard"], check=True)


main()
