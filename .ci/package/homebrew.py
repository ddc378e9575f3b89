"""Prints the formula of Homebrew for a release: `homebrew.py SHA256SUMS`, the checksums of its archives."""

import sys
from pathlib import Path

from project import CARGO, NAME, VERSION

FORMULA = '''class Faqtory < Formula
  desc "Checks translated Markdown articles and makes a static help site of them"
  homepage "{repository}"
  version "{version}"
  license any_of: ["MIT", "Apache-2.0"]

  on_macos do
    on_arm do
{aarch64-apple-darwin}
    end
    on_intel do
{x86_64-apple-darwin}
    end
  end

  on_linux do
    on_arm do
{aarch64-unknown-linux-musl}
    end
    on_intel do
{x86_64-unknown-linux-musl}
    end
  end

  def install
    bin.install "faqtory"
    man1.install Dir["man/*.1"]
    bash_completion.install "completions/faqtory.bash" => "faqtory"
    zsh_completion.install "completions/_faqtory"
    fish_completion.install "completions/faqtory.fish"
  end

  test do
    system bin/"faqtory", "init", "help"
    system bin/"faqtory", "build", "help", "--verify"
  end
end
'''


def formula(sums: str) -> str:
    listed = dict(reversed(line.split(maxsplit=1)) for line in sums.splitlines())
    text = FORMULA.replace("{repository}", CARGO["repository"]).replace("{version}", VERSION)
    for target in ["aarch64-apple-darwin", "x86_64-apple-darwin", "aarch64-unknown-linux-musl", "x86_64-unknown-linux-musl"]:
        file = f"{NAME}-{VERSION}-{target}.tar.xz"
        url = f"{CARGO['repository']}/releases/download/v{VERSION}/{file}"
        text = text.replace(f"{{{target}}}", f'      url "{url}"\n      sha256 "{listed[file]}"')
    return text


if __name__ == "__main__":
    sys.stdout.write(formula(Path(sys.argv[1]).read_text(encoding="utf-8")))
