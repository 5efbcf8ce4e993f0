"""TLS under the guarded client: the name stays the name, though we connect to a number."""

from __future__ import annotations

import ssl
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import httpcore2
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from connectors import guard
from connectors.errors import Temporary
from connectors.http import Client
from tests.connectors.conftest import Names


@dataclass
class Seen:
    """What a TLS server at "school.example" was told."""

    port: int
    tls_names: list[str | None] = field(default_factory=list)
    hosts: list[str | None] = field(default_factory=list)


def certificate(path: Path, name: str) -> Path:
    """A key and a certificate for `name`, signed by itself, in one file."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    private = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    path.write_bytes(private + made.public_bytes(serialization.Encoding.PEM))
    return path


@pytest.fixture
def school(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Seen]:
    """A TLS server with a certificate for "school.example", which our client trusts."""
    pem = certificate(tmp_path / "school.pem", "school.example")

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            seen.hosts.append(self.headers["Host"])
            self.send_response(200)
            self.send_header("Content-Length", "2")
            self.end_headers()
            self.wfile.write(b"{}")

        def log_message(self, *args: object) -> None:
            """Say nothing on the terminal."""

    server = HTTPServer(("127.0.0.1", 0), Handler)
    seen = Seen(server.server_port)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(pem)
    context.sni_callback = lambda _, name, __: seen.tls_names.append(name)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    trusting = ssl.create_default_context(cafile=str(pem))
    monkeypatch.setattr(guard, "_tls", lambda: trusting)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield seen
    server.shutdown()
    server.server_close()
    thread.join()


def test_the_name_is_what_tls_and_the_server_are_told(school: Seen, names: Names) -> None:
    names["school.example"] = ["127.0.0.1"]
    host = f"school.example:{school.port}"
    answer = Client(trusted_hosts=frozenset({host})).read(f"https://{host}/")
    assert answer.json_object() == {}
    assert (school.tls_names, school.hosts) == (["school.example"], [host])


def test_a_certificate_of_another_name_is_refused(school: Seen, names: Names) -> None:
    names["bank.example"] = ["127.0.0.1"]
    host = f"bank.example:{school.port}"
    with pytest.raises(Temporary, match="certificate"):
        Client(trusted_hosts=frozenset({host})).read(f"https://{host}/")
    assert school.hosts == []


def test_nothing_is_read_after_the_deadline_however_much_is_there() -> None:
    stream = guard.TimelyStream(httpcore2.MockStream([b"more", b"and more"]), guard.Deadline(0))
    with pytest.raises(httpcore2.ReadTimeout):
        stream.read(1)
