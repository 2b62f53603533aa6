"""Prints the coefficients of src/maths/polynomials.hpp: minimax polynomials, fitted by Remez' exchange with
mpmath (Debian: python3-mpmath). Each is fitted in 60 digits and rounded to its type afterwards.

    python3 scripts/minimax.py
"""
import struct

from mpmath import mp, mpf

mp.dps = 60

LN2 = mp.log(2)
SQRT2 = mp.sqrt(2)


def minimax(function, weight, low, high, degree):
    """The polynomial p of `degree` for which the largest |weight * (function - p)| on [low, high] is
    least, and that largest error."""
    low, high = mpf(low), mpf(high)
    count = degree + 2
    points = [(low + high) / 2 - (high - low) / 2 * mp.cos(mp.pi * i / (count - 1)) for i in range(count)]
    for _ in range(12):
        rows = [[x**j for j in range(degree + 1)] + [(-1)**i / weight(x)] for i, x in enumerate(points)]
        solution = mp.lu_solve(mp.matrix(rows), mp.matrix([function(x) for x in points]))
        coefficients = [solution[j] for j in range(degree + 1)]

        def error(x):
            return weight(x) * (function(x) - mp.polyval(coefficients[::-1], x))

        steps = 40 * count
        grid = [(low + high) / 2 - (high - low) / 2 * mp.cos(mp.pi * i / steps) for i in range(steps + 1)]
        values = [error(x) for x in grid]
        extrema = [i for i in range(steps + 1)
                   if (i in (0, steps) or (values[i] - values[i - 1]) * (values[i + 1] - values[i]) <= 0)]
        chosen = []
        for i in extrema:  # the largest of each run of one sign
            if chosen and values[chosen[-1]] * values[i] > 0:
                if abs(values[i]) > abs(values[chosen[-1]]):
                    chosen[-1] = i
            else:
                chosen.append(i)
        while len(chosen) > count:
            chosen.pop(0 if abs(values[chosen[0]]) < abs(values[chosen[-1]]) else -1)
        if len(chosen) < count:
            break
        points = [grid[i] for i in chosen]
        largest = max(abs(v) for v in values)
        if largest < abs(solution[degree + 1]) * mpf('1.001'):
            break
    return coefficients, max(abs(v) for v in values)


def as_float(value):
    return struct.unpack('f', struct.pack('f', float(value)))[0]


def away_from_zero(function, limit):
    """`function`, whose formula is 0 / 0 at 0."""
    return lambda x: limit if x == 0 else function(x)


def table(name, kind, fitted):
    coefficients, error = fitted
    words = [(as_float(c) if kind == 'float' else float(c)).hex() for c in coefficients]
    if kind == 'float':
        words = [word.replace('0000000p', 'p') + 'f' for word in words]
    print(f'template <>  // within {mp.nstr(error, 2)}')
    print(f'inline constexpr std::array {name}<{kind}>{{' + ', '.join(words) + '};')


def exp_tail(x):
    with mp.extradps(30):
        return (mp.expm1(x) - x) / x**2


def log_tail(z):
    """R of log(1 + f) = 2 s + s R(s^2) with s = f / (2 + f), divided by s^2."""
    with mp.extradps(30):
        s = mp.sqrt(z)
        return (2 * mp.atanh(s) - 2 * s) / s / z


def erf_tail(z):
    with mp.extradps(30):
        x = mp.sqrt(z)
        return mp.erf(x) / x - 1


def tanh_tail(z):
    with mp.extradps(40):
        x = mp.sqrt(z)
        return (mp.tanh(x) - x) / x**3


def sin_tail(z):
    with mp.extradps(40):
        x = mp.sqrt(z)
        return (mp.sin(x) - x) / x**3


def cos_tail(z):
    with mp.extradps(40):
        x = mp.sqrt(z)
        return (mp.cos(x) - 1 + z / 2) / z**2


if __name__ == '__main__':
    half = LN2 / 2 * mpf('1.001')
    for kind, degree in (('float', 4), ('double', 9)):
        table('kExp', kind, minimax(away_from_zero(exp_tail, mpf(1) / 2), lambda x: x**2 / mp.exp(x) + mpf(10)**-30,
                                    -half, half, degree))
    widest = ((SQRT2 - 1) / (SQRT2 + 1))**2 * mpf('1.001')
    for kind, degree in (('float', 2), ('double', 6)):
        table('kLog', kind, minimax(away_from_zero(log_tail, mpf(2) / 3), lambda z: z + mpf(10)**-30, 0, widest, degree))
    for kind, border, degree, far, far_degree in (('float', mpf(1), 6, mpf(4), 6), ('double', mpf(1), 11, mpf(6), 18)):
        table('kErf', kind, minimax(away_from_zero(erf_tail, 2 / mp.sqrt(mp.pi) - 1), lambda z: mpf(1), 0, border**2, degree))
        # erfc(x) = exp(p(x)): an error of p counts as much as erfc is large.
        table('kErfc', kind, minimax(lambda x: mp.log(mp.erfc(x)), mp.erfc, border * mpf('0.999'), far, far_degree))
    for kind, degree in (('float', 4), ('double', 11)):
        table('kTanh', kind, minimax(away_from_zero(tanh_tail, -mpf(1) / 3), lambda z: z + mpf(10)**-30, 0, mpf('0.7')**2, degree))
    quarter = (mp.pi / 4 * mpf('1.001'))**2
    table('kSin', 'double', minimax(away_from_zero(sin_tail, -mpf(1) / 6), lambda z: z + mpf(10)**-30, 0, quarter, 5))
    table('kCos', 'double', minimax(away_from_zero(cos_tail, mpf(1) / 24), lambda z: z**2 + mpf(10)**-30, 0, quarter, 5))
