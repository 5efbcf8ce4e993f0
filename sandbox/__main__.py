"""`python -m sandbox`: run the practice platform by itself."""

from __future__ import annotations

import argparse
import logging
import signal
from pathlib import Path

from sandbox.server import Server, is_loopback
from sandbox.story import Story

log = logging.getLogger("sandbox")


def main() -> None:
    options = _options()
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    server = Server(
        options.port, host=options.host, state=options.state, limits=True, url=options.url
    )
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, lambda *_: server.stopping.set())
    with server:
        if options.story:
            Story(server, speed=options.speed).start()
        log.info("Practice platform (nothing here is real): %s", server.url)
        server.stopping.wait()


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser("python -m sandbox", description=__doc__)
    parser.add_argument("--port", type=int, default=8090)
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on")
    parser.add_argument("--url", default="", help="address that others know it by")
    parser.add_argument("--open", action="store_true", help="allow a --host that others can reach")
    parser.add_argument("--story", action="store_true", help="play the demo story")
    parser.add_argument("--speed", type=float, default=1.0, help="2 plays the story twice as fast")
    parser.add_argument("--state", type=Path, help="keep everything in this JSON file")
    options = parser.parse_args()
    if not is_loopback(options.host) and not options.open:
        parser.error("others could reach this: it has no real keys. Add --open to mean it.")
    return options


if __name__ == "__main__":
    main()
