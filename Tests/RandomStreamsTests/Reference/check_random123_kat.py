"""Recomputes random123_kat.csv with philox.py. Usage: python3 check_random123_kat.py"""

import pathlib

from philox import block

lines = pathlib.Path(__file__).with_name("random123_kat.csv").read_text().splitlines()
rows = [line for line in lines if not line.startswith("#")][1:]
for row in rows:
    v = [int(x, 16) for x in row.split(",")]
    assert block(v[0:4], v[4:6]) == tuple(v[6:10]), row
print(f"{len(rows)} known answers agree")
