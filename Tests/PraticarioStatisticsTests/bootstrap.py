"""Hake's gain and its bootstrap interval, computed without the program: exact fractions for the gain and the means,
statistics for the percentiles. Prints the gain and the bounds."""

import math
import statistics
import sys
from fractions import Fraction

MASK = (1 << 64) - 1


class SplitMix64:
    def __init__(self, seed):
        self.state = seed

    def next(self):
        self.state = (self.state + 0x9E3779B97F4A7C15) & MASK
        mixed = self.state
        mixed = ((mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        mixed = ((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB) & MASK
        return mixed ^ (mixed >> 31)

    def below(self, count):
        return (self.next() * count) >> 64


def gain(pairs, maximum):
    before = statistics.mean(pair[0] for pair in pairs)
    after = statistics.mean(pair[1] for pair in pairs)
    return None if before >= maximum else (after - before) / (maximum - before)


def main():
    pairs = sorted(tuple(Fraction(number) for number in pair.split(",")) for pair in sys.argv[1].split(";"))
    maximum = Fraction(sys.argv[2])
    random = SplitMix64(20_250_210)
    gains = []
    for _ in range(10_000):
        drawn = [pairs[random.below(len(pairs))] for _ in pairs]
        found = gain(drawn, maximum)
        if found is not None:
            gains.append(float(found))
    # Inclusive quantiles are numpy's: 39 cuts at every 2.5 percent.
    cuts = statistics.quantiles(gains, n=40, method="inclusive")
    assert all(math.isfinite(cut) for cut in cuts)
    print(float(gain(pairs, maximum)), cuts[0], cuts[-1])


main()
