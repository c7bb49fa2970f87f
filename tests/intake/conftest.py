"""What the intake's tests share."""

import pytest

from tests.intake.sample import Readers


@pytest.fixture(scope="session")
def readers() -> Readers:
    return Readers()
