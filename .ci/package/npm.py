"""Makes packages of npm: `npm.py main OUT` the one that people install, `npm.py PROGRAM TARGET OUT LICENCES` the one of a platform
with the built program, which npm installs beside it. Compiles nothing."""

import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from project import CARGO, NAME, PLATFORMS, ROOT, VERSION, program_name

LICENCES = ["LICENSE-APACHE", "LICENSE-MIT"]


def common() -> dict:
    return {
        "version": VERSION,
        "description": CARGO["description"],
        "license": CARGO["license"],
        "repository": {"type": "git", "url": f"git+{CARGO['repository']}.git"},
    }


def published() -> dict[str, str]:
    """The packages of platforms, each with its target."""
    there = {target: it for target, it in PLATFORMS.items() if not target.endswith("-gnu")}
    return {f"@{NAME}/{it.npm_os}-{it.npm_cpu}": target for target, it in there.items()}


def packed(package: dict, files: dict[str, Path], out: Path) -> None:
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        for name, file in files.items():
            shutil.copyfile(file, Path(folder, name))
            Path(folder, name).chmod(0o755 if package.get("bin") or name.startswith(NAME) else 0o644)
        Path(folder, "package.json").write_text(json.dumps(package, indent=2) + "\n", encoding="utf-8")
        command = ["npm", "pack", "--silent", "--ignore-scripts", "--pack-destination", str(out.resolve())]
        subprocess.run(command, cwd=folder, check=True)


def of_platform(program: Path, target: str, out: Path, licences: Path) -> None:
    platform, file = PLATFORMS[target], program_name(target)
    package = {
        "name": f"@{NAME}/{platform.npm_os}-{platform.npm_cpu}",
        **common(),
        "os": [platform.npm_os],
        "cpu": [platform.npm_cpu],
        "files": [file, licences.name],
        "preferUnplugged": True,
    }
    texts = {name: ROOT / name for name in LICENCES}
    packed(package, {file: program, licences.name: licences, **texts}, out)


def main(out: Path) -> None:
    package = {
        "name": NAME,
        **common(),
        "keywords": CARGO["keywords"],
        "bin": {NAME: "faqtory.js"},
        "files": ["faqtory.js"],
        "engines": {"node": ">=18"},
        "optionalDependencies": dict.fromkeys(sorted(published()), VERSION),
    }
    texts = {name: ROOT / name for name in ["README.md", *LICENCES]}
    packed(package, {"faqtory.js": Path(__file__).parent / "npm/faqtory.js", **texts}, out)


if __name__ == "__main__":
    if sys.argv[1] == "main":
        main(Path(sys.argv[2]))
    else:
        of_platform(Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3]), Path(sys.argv[4]))
