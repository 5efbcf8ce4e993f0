"""The live workshop on a vision: five steps from a scene to a top five of goals (chapter 3).

After the Visieversneller: a scene, a silent vote, the discussion of what divides the room,
proposals with a few choices each, and five goals with an owner. All that is on a screen stands in
the database (docs/decisions/0020-how-the-room-stays-in-step.md).
"""

from __future__ import annotations
