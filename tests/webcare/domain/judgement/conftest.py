from __future__ import annotations

import pytest

from tests.webcare.domain.judgement import made_up
from webcare.domain.judgement import training
from webcare.domain.judgement.model import Model


@pytest.fixture(scope="session")
def small() -> Model:
    """A model that really learned, from three made-up writers."""
    return training.train(made_up.examples())
