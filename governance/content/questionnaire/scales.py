"""The three scales: does it happen, is it so, and do I know how.

No level says “we”: a student and an in-company trainer answer on the same scale as the staff, so
that their answers can stand side by side.
"""

from __future__ import annotations

from governance.content import Bilingual
from governance.content.questionnaire.shape import Scale

NOT_APPLICABLE = Bilingual(
    nl="Dat weet ik niet, of het geldt niet voor mij.",
    en="I do not know, or it does not apply to me.",
)

DOING = Scale(
    code="doing",
    levels=(
        Bilingual(nl="Dit gebeurt (nog) niet.", en="This does not happen (yet)."),
        Bilingual(nl="Dit gebeurt een enkele keer.", en="This happens once in a while."),
        Bilingual(
            nl="Dit gebeurt regelmatig, maar lang niet altijd.",
            en="This happens regularly, but far from always.",
        ),
        Bilingual(nl="Dit gebeurt bijna altijd.", en="This happens almost always."),
        Bilingual(
            nl="Dit gebeurt altijd: het hoort er gewoon bij.",
            en="This always happens: it is simply part of how things go.",
        ),
    ),
    not_applicable=NOT_APPLICABLE,
)

AGREEING = Scale(
    code="agreeing",
    levels=(
        Bilingual(nl="Dit klopt helemaal niet.", en="This is not true at all."),
        Bilingual(nl="Dit klopt voor een klein deel.", en="This is true for a small part."),
        Bilingual(nl="Dit klopt ongeveer voor de helft.", en="This is about half true."),
        Bilingual(nl="Dit klopt grotendeels.", en="This is largely true."),
        Bilingual(nl="Dit klopt helemaal.", en="This is entirely true."),
    ),
    not_applicable=NOT_APPLICABLE,
)

KNOWING = Scale(
    code="knowing",
    levels=(
        Bilingual(
            nl="Dit weet of kan ik (nog) niet.", en="I do not know this or cannot do it (yet)."
        ),
        Bilingual(
            nl="Dit weet of kan ik een beetje, en ik heb er hulp bij nodig.",
            en="I know this or can do it a little, and I need help with it.",
        ),
        Bilingual(
            nl="In gewone gevallen weet of kan ik dit.",
            en="In ordinary cases I know this or can do it.",
        ),
        Bilingual(nl="Dit weet of kan ik goed.", en="I know this or can do it well."),
        Bilingual(
            nl="Dit weet of kan ik zo goed dat ik een ander kan helpen.",
            en="I know this or can do it so well that I can help somebody else.",
        ),
    ),
    not_applicable=NOT_APPLICABLE,
)

SCALES: dict[str, Scale] = {scale.code: scale for scale in (DOING, AGREEING, KNOWING)}
