"""Writes numpy.npz beside this file: one array per type, byte order, memory order and rank.

Entry k (counted row-major) of an integer array is (7919 k mod 251) - 125, of an unsigned one
7919 k mod 251, of a float one an eighth of the integer, of a boolean one k mod 3 == 0. Entry 0 and
the last hold the type's extremes: least and greatest value, or smallest and greatest positive one;
u8 ends with 2^63 - 1.
"""

import pathlib

import numpy as np

SHAPES = [(7,), (3, 5), (2, 3, 4), (2, 3, 2, 3)]


def entries(kind, dtype, shape):
    k = np.arange(np.prod(shape))
    if kind == "b":
        return (k % 3 == 0).reshape(shape)
    base = 7919 * k % 251 - (0 if kind == "u" else 125)
    if kind == "f":
        values = (base / 8).astype(dtype)
        values[0] = np.finfo(dtype).smallest_subnormal
        values[-1] = np.finfo(dtype).max
    else:
        values = base.astype(dtype)
        values[0] = np.iinfo(dtype).min
        values[-1] = min(np.iinfo(dtype).max, 2**63 - 1)
    return values.reshape(shape)


arrays = {}
for code in "b1 i1 i2 i4 i8 u1 u2 u4 u8 f2 f4 f8".split():
    for order in "<>":
        for shape in SHAPES:
            for layout in "CF":
                name = f"{code}-{'little' if order == '<' else 'big'}-{layout}-{len(shape)}"
                values = entries(code[0], np.dtype(code), shape)
                arrays[name] = np.asarray(values, dtype=order + code, order=layout)
np.savez_compressed(pathlib.Path(__file__).parent / "numpy.npz", **arrays)
print(len(arrays), "arrays")
