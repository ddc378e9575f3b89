"""Prints what is wrong with each XLIFF file in a folder by the schemas of OASIS.

    validate.py SCHEMAS FOLDER
"""
import pathlib
import sys

from lxml import etree

SCHEMAS, FOLDER = map(pathlib.Path, sys.argv[1:])


class Beside(etree.Resolver):
    """The schemas import xml.xsd from elsewhere, one of them from the web: it lies beside them."""

    def resolve(self, url, public_id, context):
        if url.endswith("xml.xsd"):
            return self.resolve_filename(str(SCHEMAS / "xml.xsd"), context)
        return None


def schema(name):
    parser = etree.XMLParser(no_network=True)
    parser.resolvers.add(Beside())
    return etree.XMLSchema(etree.parse(str(SCHEMAS / name), parser))


BY_VERSION = {"2.1": schema("xliff-core-2.0.xsd"), "1.2": schema("xliff-core-1.2-strict.xsd")}

for path in sorted(FOLDER.glob("*.xlf")):
    document = etree.parse(str(path), etree.XMLParser(no_network=True, resolve_entities=False))
    by = BY_VERSION[document.getroot().get("version")]
    if not by.validate(document):
        for error in by.error_log:
            print(f"{path.name}:{error.line}: {error.message}")
