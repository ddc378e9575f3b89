"""Makes a wheel of a built program: `wheel.py PROGRAM TARGET OUT LICENCES`. Compiles nothing."""

import base64
import hashlib
import sys
import time
import zipfile
from pathlib import Path

from project import PLATFORMS, PYTHON, ROOT, VERSION, moment, program_name


def digest(data: bytes) -> str:
    return "sha256=" + base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()


def metadata() -> bytes:
    head = [
        ("Metadata-Version", "2.4"),
        ("Name", PYTHON["name"]),
        ("Version", VERSION),
        ("Summary", PYTHON["description"]),
        ("License-Expression", PYTHON["license"]),
        *(("License-File", name) for name in PYTHON["license-files"]),
        ("Requires-Python", PYTHON["requires-python"]),
        *(("Project-URL", f"{name}, {url}") for name, url in PYTHON["urls"].items()),
        ("Description-Content-Type", "text/markdown"),
    ]
    text = "".join(f"{key}: {value}\n" for key, value in head)
    return (text + "\n" + (ROOT / PYTHON["readme"]).read_text(encoding="utf-8")).encode()


def main(program: Path, target: str, out: Path, licences: Path) -> None:
    stem = f"{PYTHON['name'].replace('-', '_')}-{VERSION}"
    platform = PLATFORMS[target].wheel
    tags = "".join(f"Tag: py3-none-{one}\n" for one in platform.split("."))
    about = f"{stem}.dist-info"
    files = {
        f"{stem}.data/scripts/{program_name(target)}": program.read_bytes(),
        **{f"{about}/licenses/{name}": (ROOT / name).read_bytes() for name in PYTHON["license-files"]},
        f"{about}/licenses/{licences.name}": licences.read_bytes(),
        f"{about}/METADATA": metadata(),
        f"{about}/WHEEL": f"Wheel-Version: 1.0\nGenerator: faqtory\nRoot-Is-Purelib: false\n{tags}".encode(),
    }
    record = "".join(f"{name},{digest(data)},{len(data)}\n" for name, data in files.items())
    files[f"{about}/RECORD"] = f"{record}{about}/RECORD,,\n".encode()
    out.mkdir(parents=True, exist_ok=True)
    wheel = out / f"{stem}-py3-none-{platform}.whl"
    with zipfile.ZipFile(wheel, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, data in files.items():
            entry = zipfile.ZipInfo(name, time.gmtime(moment())[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = (0o100755 if "/scripts/" in name else 0o100644) << 16
            archive.writestr(entry, data)
    print(wheel)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3]), Path(sys.argv[4]))
