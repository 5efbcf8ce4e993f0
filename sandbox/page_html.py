"""The HTML of the practice platform's own page (Dutch)."""

from __future__ import annotations

from datetime import timedelta
from html import escape
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from sandbox.identity import COLLEGE, FEEDS, HANDLE, PLATFORMS
from sandbox.store import Post
from sandbox.wire import now

if TYPE_CHECKING:
    from sandbox.server import Server

ZONE = ZoneInfo("Europe/Amsterdam")
NAMES = {"x": "X", "facebook": "Facebook", "mastodon": "Mastodon", "feeds": "Nieuws en blogs"}
PLACE_NAMES = {
    "x:": "X – openbaar bericht",
    "facebook:tagged": "Facebook – bericht dat de pagina noemt",
    "facebook:feed": "Facebook – bericht op de pagina",
    "facebook:comment": "Facebook – reactie onder het laatste bericht van de school",
    "mastodon:": "Mastodon – openbaar bericht",
    **{f"feeds:{feed.name}": f"Nieuws – {feed.title}" for feed in FEEDS.values()},
}
MONTHS = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
SHOWN = 60


def document(title: str, body: str) -> str:
    """The frame around every page, with the mark that nothing here is real."""
    return f"""<!DOCTYPE html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{escape(title)} – oefenplatform</title>
<link rel="icon" href="/assets/icon.svg">
<link rel="stylesheet" href="/assets/page.css">
<script src="/assets/page.js" defer></script>
</head>
<body>
<div class="banner" role="region" aria-label="Let op"><strong>OEFENPLATFORM – niet echt.</strong>
Wat hier staat is verzonnen of om te oefenen, en blijft op deze computer.</div>
{body}
</body>
</html>
"""


def overview(server: Server, chosen: str, reply_to: str, problem: str = "") -> str:
    """All threads of the chosen platform (or of all), with the form beside them."""
    return document(
        "Berichten",
        f"""<header class="top"><h1>Wat er buiten wordt gezegd</h1>{_tabs(chosen)}</header>
<main class="columns">
<section aria-label="Berichten" id="threads" data-platform="{escape(chosen)}">
{threads(server, chosen)}
</section>
<aside>{_form(server, chosen, reply_to, problem)}</aside>
</main>""",
    )


def single(server: Server, root: Post) -> str:
    """One thread on a page of its own."""
    return document(
        "Bericht",
        f"""<header class="top"><h1>{NAMES[root.platform]}</h1>{_tabs(root.platform)}</header>
<main class="single">{_thread(server, root)}
<p><a href="/?platform={root.platform}">Alle berichten op {NAMES[root.platform]}</a></p></main>""",
    )


def threads(server: Server, chosen: str) -> str:
    """The counters and the threads; page.js asks for this part again and again."""
    platforms = [chosen] if chosen in PLATFORMS else list(PLATFORMS)
    roots = [post for name in platforms for post in _roots(server, name)]
    roots.sort(key=lambda post: _touched(server, post), reverse=True)
    shown = "".join(_thread(server, root) for root in roots[:SHOWN])
    empty = '<p class="empty">Hier staat nog niets. Schrijf zelf een bericht.</p>'
    return f"{_counters(server)}{shown or empty}"


def _tabs(chosen: str) -> str:
    items = ""
    for name, label in {"": "Alles", **NAMES}.items():
        address = f"/?platform={name}" if name else "/"
        current = ' aria-current="page"' if name == chosen else ""
        items += f'<a href="{address}"{current}>{label}</a>'
    return f'<nav aria-label="Platform">{items}</nav>'


def _counters(server: Server) -> str:
    doubles = sum(times - 1 for times in server.duplicates().values())
    cells = [
        (NAMES[name], str(len(platform.accepted)))
        for name, platform in server.platforms.items()
        if name != "feeds"
    ]
    cells += [("Dubbel", str(doubles)), ("Storingen ingesteld", str(len(server.faults.waiting())))]
    items = "".join(f"<div><dt>{label}</dt><dd>{value}</dd></div>" for label, value in cells)
    return f'<p class="caption">Antwoorden van de school</p><dl class="counters">{items}</dl>'


def _roots(server: Server, platform: str) -> list[Post]:
    """Posts that start a thread, also when what they answer was taken away."""
    store = server.store
    return store.posts(
        platform, lambda post: not post.in_reply_to or not store.get(platform, post.in_reply_to)
    )


def _touched(server: Server, root: Post) -> str:
    below = server.store.descendants(root)
    return max(post.created_at for post in [root, *below]).isoformat()


def _thread(server: Server, root: Post) -> str:
    replies = "".join(f"<li>{_post(server, post)}</li>" for post in server.store.descendants(root))
    below = f'<ol class="replies">{replies}</ol>' if replies else ""
    return f'<article class="thread {root.platform}">{_post(server, root)}{below}</article>'


def _post(server: Server, post: Post) -> str:
    author = server.store.author(post)
    handle = f"@{escape(author.handle)}" if post.platform in {"x", "mastodon"} else ""
    badge = '<span class="badge">De school</span>' if post.is_ours else ""
    where = f'<span class="where">{NAMES[post.platform]}</span>' if not post.in_reply_to else ""
    title = f"<h2>{escape(post.title)}</h2>" if post.title else ""
    text = escape(post.text).replace("\n", "<br>")
    when = f'<time datetime="{post.created_at.isoformat()}">{_ago(post)}</time>'
    edited = " · bewerkt" if post.edited_at else ""
    address = f"/?platform={post.platform}&amp;answer={post.platform}:{post.id}#write"
    link = "" if post.platform == "feeds" else f'<a href="{address}">Reageer</a>'
    kind = "post ours" if post.is_ours else "post"
    return f"""<div class="{kind}" id="{post.platform}-{post.id}">
<p class="by"><strong>{escape(author.name)}</strong> {handle} {badge} {where}</p>{title}
<p class="text">{text}</p>
<p class="when">{when}{edited} {link}</p>
</div>"""


def _ago(post: Post) -> str:
    age = now() - post.created_at
    if age < timedelta(minutes=1):
        return "zojuist"
    if age < timedelta(hours=1):
        return f"{age // timedelta(minutes=1)} min geleden"
    local = post.created_at.astimezone(ZONE)
    return f"{local.day} {MONTHS[local.month - 1]}, {local:%H:%M}"


def _form(server: Server, chosen: str, reply_to: str, problem: str) -> str:
    platform, _, post_id = reply_to.partition(":")
    target = server.store.get(platform, post_id) if post_id else None
    options = "".join(
        f'<option value="{value}"{_selected(value, chosen)}>{escape(label)}</option>'
        for value, label in PLACE_NAMES.items()
    )
    if target:
        quoted = escape(target.text[:120])
        where = f"""<input type="hidden" name="answer" value="{escape(reply_to)}">
<p class="quoted">Reactie op: “{quoted}” <a href="/?platform={platform}">toch niet</a></p>"""
    else:
        where = f'<label for="where">Waar</label><select id="where" name="where">{options}</select>'
    alert = f'<p class="problem" role="alert">{escape(problem)}</p>' if problem else ""
    return f"""<form method="post" action="/post" id="write">
<h2>Schrijf als bezoeker</h2>{alert}{where}
<label for="author">Je naam</label>
<input id="author" name="author" value="Oefenaar" maxlength="40" autocomplete="off">
<label for="text">Bericht</label>
<p class="hint" id="hint">Op X en Mastodon ziet de school het pas als je @{HANDLE} noemt.</p>
<textarea id="text" name="text" rows="5" maxlength="1000" required aria-describedby="hint"
 placeholder="Vraag of zeg iets over {COLLEGE}"></textarea>
<button>Plaatsen</button>
</form>"""


def _selected(value: str, chosen: str) -> str:
    return " selected" if chosen and value.startswith(f"{chosen}:") else ""
