"""What the rules leave open is judged by a model that learned from examples.

`reading` and `features` say what is looked at, `model` how it is weighed, `judge` what becomes of
it; `examples`, `training` and `evaluation` are how a model comes about, and `versions` which one is
in use. A judge proposes; the policy decides, and people have the last word.
"""

from __future__ import annotations

from webcare.domain.judgement.opinion import NO_ANSWER, Judge, Judgement, NoOpinion

__all__ = ["NO_ANSWER", "Judge", "Judgement", "NoOpinion"]
