from __future__ import annotations

import socket
import subprocess
import sys

from runtime import ports

HOST = "127.0.0.1"
CLAIMS = """
import sys
from runtime import ports
mark = ports.claim_preferred_or_any("127.0.0.1", int(sys.argv[1]))
print(ports.number(mark), flush=True)
sys.stdin.read()
"""


def test_two_starts_at_the_same_moment_get_two_ports() -> None:
    wanted = str(ports.any_free(HOST))
    command = [sys.executable, "-c", CLAIMS, wanted]
    pipe = subprocess.PIPE
    starts = [subprocess.Popen(command, text=True, stdin=pipe, stdout=pipe) for _one in range(3)]
    chosen = [one.stdout.readline().strip() for one in starts if one.stdout]
    for one in starts:
        one.communicate()
    assert len(set(chosen)) == 3
    assert wanted in chosen
    again = ports.claim(HOST, int(wanted))  # whoever ended holds nothing
    assert again is not None
    again.close()


def test_a_claim_leaves_the_port_to_the_program_it_is_for() -> None:
    with ports.claim_preferred_or_any(HOST, None) as mark, socket.socket() as program:
        program.bind((HOST, ports.number(mark)))
        program.listen()
        assert ports.claim(HOST, ports.number(mark)) is None


def test_a_port_that_another_program_uses_is_passed_over() -> None:
    with socket.socket() as other:
        other.bind((HOST, 0))
        other.listen()
        taken = int(other.getsockname()[1])
        with ports.claim_preferred_or_any(HOST, taken) as mark:
            assert ports.number(mark) != taken
