"""What tests/pages.py counts about governance and training: one file per subject.

Each holds `PAGES` (name of a page: how many queries it may ask), `STEPS` (names of addresses that
change something), `arguments(reader)` (keyword arguments of each address that needs them) and
`grow(reader, count)` (`count` more of everything that its pages show).
"""
