"""Raw words of numpy.random.Philox. Usage: python3 make_philox_numpy.py > philox_numpy.csv"""

import numpy

M = 2**64 - 1
PI = [0x243F6A8885A308D3, 0x13198A2E03707344, 0xA4093822299F31D0, 0x082EFA98EC4E6C89]
CASES = [  # key, counter, least significant word first
    ((0, 0), (0, 0, 0, 0)),
    ((20240917, 1), (0, 5, 77, 0)),
    ((0x452821E638D01377, 0xBE5466CF34E90C6C), PI),
    ((1, 2), (M - 1, 7, 8, 9)),  # carry into word 1 after one block
    ((3, M), (M - 2, M, 4, 0)),  # into word 2
    ((M, 0), (M, M, M, 6)),  # into word 3, at once
    ((M, M), (M - 1, M, M, M)),  # around 2^256
]
WORDS = 24

print(f"# made by make_philox_numpy.py with numpy {numpy.__version__}: Philox(key, counter).random_raw")
print("key0,key1,counter0,counter1,counter2,counter3," + ",".join(f"word{i}" for i in range(WORDS)))
for key, counter in CASES:
    generator = numpy.random.Philox(
        key=numpy.array(key, dtype=numpy.uint64), counter=numpy.array(counter, dtype=numpy.uint64)
    )
    row = list(key) + list(counter) + [int(w) for w in generator.random_raw(WORDS)]
    print(",".join(f"{x:016x}" for x in row))
