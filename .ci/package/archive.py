"""Makes the archive of a release: `archive.py PROGRAM TARGET OUT LICENCES`. Runs the program for its manual pages and completions,
so it has to be one of this machine. The same files make the same bytes."""

import io
import lzma
import subprocess
import sys
import tarfile
import time
import zipfile
from pathlib import Path

from project import NAME, ROOT, VERSION, moment, program_name

SHELLS = {"bash": f"{NAME}.bash", "zsh": f"_{NAME}", "fish": f"{NAME}.fish", "powershell": f"_{NAME}.ps1", "elvish": f"{NAME}.elv"}
TEXTS = ["CHANGELOG.md", "LICENSE-APACHE", "LICENSE-MIT", "README.md", "SECURITY.md", "faqtory.schema.json"]


def contents(program: Path, target: str, licences: Path) -> dict[str, bytes]:
    printed = lambda *arguments: subprocess.run([program, *arguments], check=True, capture_output=True).stdout
    files = {name: (ROOT / name).read_bytes() for name in TEXTS}
    files[program_name(target)] = program.read_bytes()
    files[licences.name] = licences.read_bytes()
    files |= {f"completions/{file}": printed("completions", shell) for shell, file in SHELLS.items()}
    commands = printed("--help").decode().split("Commands:\n")[1].split("\n\n")[0]
    names = [line.split()[0] for line in commands.splitlines() if line[:2] == "  " and line[2:3].isalpha()]
    files[f"man/{NAME}.1"] = printed("man")
    files |= {f"man/{NAME}-{name}.1": printed("man", name) for name in names if name != "help"}
    return dict(sorted(files.items()))


def mode(name: str) -> int:
    return 0o755 if name in (NAME, f"{NAME}.exe") else 0o644


def tar(folder: str, target: str, files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=tarfile.USTAR_FORMAT) as archive:
        for name, data in files.items():
            entry = tarfile.TarInfo(f"{folder}/{name}")
            entry.size, entry.mode, entry.mtime = len(data), mode(name), moment()
            archive.addfile(entry, io.BytesIO(data))
    # Relative addresses of machine code are made absolute first: the same call is then the same bytes wherever it stands.
    code = [{"id": lzma.FILTER_X86}] if target.startswith("x86_64") else []
    packed = {"id": lzma.FILTER_LZMA2, "preset": 9}
    return lzma.compress(out.getvalue(), filters=[*code, packed])


def zipped(folder: str, files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, data in files.items():
            entry = zipfile.ZipInfo(f"{folder}/{name}", time.gmtime(moment())[:6])
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, (0o100000 | mode(name)) << 16
            archive.writestr(entry, data)
    return out.getvalue()


def main(program: Path, target: str, out: Path, licences: Path) -> None:
    folder = f"{NAME}-{VERSION}-{target}"
    files = contents(program, target, licences)
    out.mkdir(parents=True, exist_ok=True)
    is_windows = "windows" in target
    archive = out / f"{folder}.{'zip' if is_windows else 'tar.xz'}"
    archive.write_bytes(zipped(folder, files) if is_windows else tar(folder, target, files))
    print(archive)


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve(), sys.argv[2], Path(sys.argv[3]), Path(sys.argv[4]))
