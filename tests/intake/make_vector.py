"""Make the test vector of the present envelope version: run once for each new version.

`python -m tests.intake.make_vector 1` writes v1.age, v1.json and its invented keys. Never
run it for a version that is out: what was sealed then must open for ever.
"""

import json
import sys
from pathlib import Path

from intake.envelope import seal
from tests.intake.sample import Readers, conflict, summary

VECTORS = Path(__file__).with_name("vectors")


def make(version: int) -> None:
    readers = Readers()
    for name, content in (
        (
            f"v{version}.reader.identity",
            f"# invented, for tests only\n{readers.reader.as_line()}\n",
        ),
        (
            f"v{version}.checker.identity",
            f"# invented, for tests only\n{readers.checker.as_line()}\n",
        ),
        (f"v{version}.json", json.dumps([summary(), conflict()], ensure_ascii=False, indent=1)),
    ):
        with (VECTORS / name).open("x", encoding="utf-8") as file:
            file.write(content)
    sealed = seal(summary(), conflict(), readers.recipients)
    with (VECTORS / f"v{version}.age").open("xb") as file:
        file.write(sealed)


if __name__ == "__main__":
    make(int(sys.argv[1]))
