"""How fast the program is: `python -m tests.benchmarks` prints ratios against floors measured in the same run.

Machines differ and are shared, so a time alone says little: each figure stands beside something that anyone has, timed
in turns with it. No test fails on a time.
"""
