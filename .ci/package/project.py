"""What all packages say of the program: its name, version and description, and the platforms that it is built for. Writes nothing."""

import os
import tomllib
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
CARGO = tomllib.loads((ROOT / "Cargo.toml").read_text(encoding="utf-8"))["package"]
PYTHON = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
NAME, VERSION = CARGO["name"], CARGO["version"]


class Platform(NamedTuple):
    """A target of Rust, as Python and npm call it."""

    wheel: str
    npm_os: str
    npm_cpu: str


PLATFORMS = {
    # The program is linked statically there, so it runs with either C library.
    "x86_64-unknown-linux-musl": Platform("manylinux2014_x86_64.musllinux_1_1_x86_64", "linux", "x64"),
    "aarch64-unknown-linux-musl": Platform("manylinux2014_aarch64.musllinux_1_1_aarch64", "linux", "arm64"),
    "x86_64-apple-darwin": Platform("macosx_10_12_x86_64", "darwin", "x64"),
    "aarch64-apple-darwin": Platform("macosx_11_0_arm64", "darwin", "arm64"),
    "x86_64-pc-windows-msvc": Platform("win_amd64", "win32", "x64"),
    # Not in a registry: what a developer's machine makes.
    "x86_64-unknown-linux-gnu": Platform("linux_x86_64", "linux", "x64"),
    "aarch64-unknown-linux-gnu": Platform("linux_aarch64", "linux", "arm64"),
}


def program_name(target: str) -> str:
    """What the file of the program is called."""
    return f"{NAME}.exe" if "windows" in target else NAME


def moment() -> int:
    """The time that every file in a package has: packages made of the same files are the same bytes."""
    return int(os.environ.get("SOURCE_DATE_EPOCH", "315532800"))
