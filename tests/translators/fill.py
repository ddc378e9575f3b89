"""Translates each file in a folder with translate-toolkit, in place. A warning ends it.

    fill.py FOLDER

A text without codes becomes `«text»`, one with codes its source, codes included. The codes of PO are text.
"""
import pathlib
import sys
import warnings

warnings.simplefilter("error")

from translate.storage import factory, xliff2  # noqa: E402


def is_header(unit):
    return hasattr(unit, "isheader") and unit.isheader()


def has_codes(path, unit):
    if path.suffix == ".po":
        return False
    return len(unit.get_source_dom()) > 0


for path in sorted(pathlib.Path(sys.argv[1]).iterdir()):
    is_2 = path.suffix == ".xlf" and "version=\"2.1\"" in path.read_text(encoding="utf-8")[:500]
    store = xliff2.Xliff2File.parsefile(str(path)) if is_2 else factory.getobject(str(path))
    for unit in store.units:
        if is_header(unit):
            continue
        if has_codes(path, unit):
            unit.rich_target = unit.rich_source
            continue
        unit.target = f"«{unit.source}»"
        if path.suffix == ".po":
            unit.markfuzzy(False)
    store.save()
