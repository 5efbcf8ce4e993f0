"""The agreement that comes along for who borrows a device; a college makes its own of it."""

from __future__ import annotations

from governance.content import Bilingual

AGREEMENT = Bilingual(
    nl="""\
Je leent dit apparaat van de school. We spreken af:

1. Je gebruikt het voor je werk, en je let erop als op iets van jezelf.
2. Er zit een code of vingerafdruk op. Je geeft het aan niemand anders door.
3. Foto's en filmpjes waarop studenten te herkennen zijn, maak je alleen met hun toestemming. \
Je haalt ze van het apparaat zodra ze geplaatst of bewaard zijn.
4. Je logt alleen in op accounts van de school, of logt na gebruik uit.
5. Is het kwijt, gestolen of kapot? Meld het dezelfde dag bij wie het uitleende. \
Stonden er gegevens van studenten op, meld dan ook een incident in de portal.
6. Je brengt het op tijd terug, met oplader. Van tevoren log je alle accounts uit en haal je \
foto's van studenten eraf.""",
    en="""\
You borrow this device from the college. We agree:

1. You use it for your work, and take care of it as if it were yours.
2. It is locked with a code or fingerprint. You pass it on to nobody.
3. Photos and films in which students can be recognised are made only with their consent. You take \
them off the device as soon as they are placed or kept.
4. You sign in only to accounts of the college, or sign out after use.
5. Lost, stolen or broken? Tell whoever lent it on the same day. If it held data of students, \
report an incident in the portal as well.
6. You bring it back in time, with its charger. Before that you sign out of all accounts and take \
photos of students off.""",
)
