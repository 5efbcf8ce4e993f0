"""A sending process that can be killed: started once, it forks a sender for each line it reads.

Forking spares the tests the start of Python and Django each time. A sender runs the product's own
code and nothing else, until somebody kills it.
"""

from __future__ import annotations

import os
import signal
import sys
import time

import django

django.setup()

from connectors import registry  # noqa: E402
from webcare import tasks  # noqa: E402

for platform in registry.PLATFORMS:
    registry.connector_class(platform)


def send_for_ever() -> None:
    while True:
        tasks.send_due()
        tasks.confirm_unconfirmed()
        time.sleep(0.005)


def main() -> None:
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # so that the killed leave no zombies
    print("ready", flush=True)  # noqa: T201
    for _ in sys.stdin:
        pid = os.fork()
        if pid == 0:
            send_for_ever()
        print(pid, flush=True)  # noqa: T201


main()
