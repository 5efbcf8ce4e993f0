"""Tables on a narrow screen: each row a card in which a value is named by its column."""

from __future__ import annotations

import re
from itertools import chain, repeat

from django.utils.html import strip_tags

TABLE = re.compile(r"<table\b.*?</table>", re.DOTALL)
HEAD = re.compile(r"<th\b[^>]*>(.*?)</th>", re.DOTALL)
UNSEEN = re.compile(r'<span class="visually-hidden">.*?</span>', re.DOTALL)
CELL = re.compile(r"<(tr|t[dh])\b([^>]*)>")
SPAN = re.compile(r'\bcolspan="(\d+)"')


def with_labels(html: str) -> str:
    """`html`, as a template made it, where each cell of a table says its head as `data-label`.

    The style sheet shows it on a phone. A cell over several columns speaks for itself.
    """
    return TABLE.sub(lambda table: _labelled(table[0]), html)


def _labelled(table: str) -> str:
    head, end, body = table.partition("</thead>")
    labels = [_label(cell) for cell in HEAD.findall(head)]
    left = iter(labels)

    def name(cell: re.Match[str]) -> str:
        nonlocal left
        tag, attributes = cell.groups()
        if tag == "tr":
            left = chain(labels, repeat(""))
            return cell[0]
        span = SPAN.search(attributes)
        covered = [next(left) for _column in range(int(span[1]) if span else 1)]
        if tag == "th" or len(covered) > 1 or not covered[0]:
            return cell[0]
        return f'<td data-label="{covered[0]}"{attributes}>'

    return _stacking(head) + end + CELL.sub(name, body)


def _stacking(head: str) -> str:
    """The tag of the table with the class that the style sheet knows; Markdown gives it none."""
    tag, end, rest = head.partition(">")
    if 'class="' in tag:
        return tag.replace('class="', 'class="table-stack ', 1) + end + rest
    return f'{tag} class="table-stack"{end}{rest}'


def _label(cell: str) -> str:
    """The words of a head that one sees, for an attribute: a template escaped them before."""
    return " ".join(strip_tags(UNSEEN.sub("", cell)).split()).replace('"', "&quot;")
