"""What the program is made of: `dependencies.py licences TARGET FILE` writes the licences of every crate in it with their texts,
`dependencies.py sbom TARGET FILE` a bill of materials (CycloneDX 1.5). Asks cargo about what Cargo.lock says."""

import json
import re
import subprocess
import sys
import tomllib
import uuid
from pathlib import Path

from project import NAME, ROOT, VERSION

TEXTS = re.compile(r"(LICEN[CS]E|COPYING|NOTICE|COPYRIGHT|UNLICENSE)([._-].*)?", re.IGNORECASE)


def crates(target: str) -> list[dict]:
    """The packages that are compiled into the program for this target, by name and version; not those that only build it."""
    command = ["cargo", "metadata", "--format-version", "1", "--locked", "--filter-platform", target]
    metadata = json.loads(subprocess.run(command, cwd=ROOT, check=True, capture_output=True).stdout)
    packages = {package["id"]: package for package in metadata["packages"]}
    uses = {
        node["id"]: [dep["pkg"] for dep in node["deps"] if any(kind["kind"] is None for kind in dep["dep_kinds"])]
        for node in metadata["resolve"]["nodes"]
    }
    found, waiting = set(), [metadata["resolve"]["root"]]
    while waiting:
        one = waiting.pop()
        if one not in found:
            found.add(one)
            # A macro runs in the compiler alone, and so does what it uses.
            is_macro = any("proc-macro" in made["kind"] for made in packages[one]["targets"])
            waiting.extend([] if is_macro else uses[one])
    is_in = lambda package: not any("proc-macro" in made["kind"] for made in package["targets"])
    there = [packages[one] for one in found if packages[one]["name"] != NAME and is_in(packages[one])]
    return sorted(there, key=lambda package: (package["name"], package["version"]))


def texts(package: dict) -> list[str]:
    folder = Path(package["manifest_path"]).parent
    files = sorted(file for file in folder.iterdir() if file.is_file() and TEXTS.fullmatch(file.name))
    if package.get("license_file"):
        files.append(folder / package["license_file"])
    return [file.read_text(encoding="utf-8", errors="replace").strip() for file in files]


def licences(target: str) -> str:
    """Each text once, below the crates that come with it."""
    listed, by_text, without = [], {}, []
    for package in crates(target):
        name = f"{package['name']} {package['version']}"
        listed.append(f"{name}: {package.get('license') or 'see its text'}")
        own = texts(package)
        for text in own:
            by_text.setdefault(text, []).append(name)
        if not own:
            without.append(name)
    out = [f"{NAME} {VERSION} is made of these crates. Their licences follow.\n\n" + "\n".join(listed) + "\n"]
    if without:
        out.append("These come without a text of their own; the licences named above are among the texts below:\n" + ", ".join(without) + "\n")
    for text, names in by_text.items():
        out.append("-" * 80 + "\n" + ", ".join(dict.fromkeys(names)) + "\n\n" + text + "\n")
    return "\n".join(out)


def sbom(target: str) -> str:
    locked = tomllib.loads((ROOT / "Cargo.lock").read_text(encoding="utf-8"))["package"]
    sums = {(one["name"], one["version"]): one.get("checksum") for one in locked}
    component = lambda kind, name, version: {
        "type": kind,
        "bom-ref": f"pkg:cargo/{name}@{version}",
        "name": name,
        "version": version,
        "purl": f"pkg:cargo/{name}@{version}",
    }
    components = []
    for package in crates(target):
        one = component("library", package["name"], package["version"])
        checksum = sums.get((package["name"], package["version"]))
        if checksum:
            one["hashes"] = [{"alg": "SHA-256", "content": checksum}]
        if package.get("license"):
            one["licenses"] = [{"expression": package["license"].replace("/", " OR ")}]
        components.append(one)
    program = component("application", NAME, VERSION)
    bom = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        # The same bill has the same number.
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, json.dumps([target, VERSION, components]))}",
        "version": 1,
        "metadata": {"component": program, "properties": [{"name": "faqtory:target", "value": target}]},
        "components": components,
    }
    return json.dumps(bom, indent=2) + "\n"


if __name__ == "__main__":
    write = {"licences": licences, "sbom": sbom}[sys.argv[1]]
    Path(sys.argv[3]).write_text(write(sys.argv[2]), encoding="utf-8")
