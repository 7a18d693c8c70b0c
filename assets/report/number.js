// Numbers as the program has them. A number is exact, {n, d}: a ratio of whole numbers; or near, {m, e}: m · 2^e, with
// far more digits than the twelve that are compared. What went through a root is near, everything else is exact.

const PRECISION = 176;
const FRACTION = 208;

const big = (value) => BigInt(value);
/** Below so much the digits of a near number are carried: to count and cut them costs more. */
const CARRIED = 1n << big(2 * PRECISION);
const abs = (value) => (value < 0n ? -value : value);
const bits = (value) => abs(value).toString(16).length * 4;
const shifted = (value, by) => (by >= 0 ? value << big(by) : value >> big(-by));
const isExact = (x) => x.d !== undefined;
const isZero = (x) => (isExact(x) ? x.n : x.m) === 0n;
const ratio = (n, d) => (d < 0n ? { n: -n, d: -d } : { n, d });

function gcd(a, b) {
  a = abs(a);
  while (b) [a, b] = [b, a % b];
  return a;
}

/** A decimal as it is written, such as "7.5". */
function decimal(text) {
  const [whole, fraction = ''] = text.split('.');
  return { n: big(whole + fraction), d: 10n ** big(fraction.length) };
}

/** The number as a near one; what is asked of weights and ratings again and again is remembered. */
function near(x) {
  if (!isExact(x)) return x;
  if (!x.near) {
    const by = Math.max(PRECISION + bits(x.d) - bits(x.n), 0);
    x.near = trimmed(shifted(x.n, by) / x.d, -by);
  }
  return x.near;
}

function trimmed(m, e) {
  if (m < CARRIED && -m < CARRIED) return { m, e };
  const by = bits(m) - PRECISION;
  return { m: m >> big(by), e: e + by };
}

function plus(a, b) {
  if (isExact(a) && isExact(b)) {
    return a.d === b.d ? { n: a.n + b.n, d: a.d } : { n: a.n * b.d + b.n * a.d, d: a.d * b.d };
  }
  a = near(a);
  b = near(b);
  if (a.m === 0n) return b;
  if (b.m === 0n) return a;
  if (a.e < b.e) [a, b] = [b, a];
  if (a.e - b.e > 4 * PRECISION) return a;
  return trimmed((a.m << big(a.e - b.e)) + b.m, b.e);
}

const negative = (x) => (isExact(x) ? { n: -x.n, d: x.d } : { m: -x.m, e: x.e });
const minus = (a, b) => plus(a, negative(b));

function times(a, b) {
  if (isExact(a) && isExact(b)) return { n: a.n * b.n, d: a.d * b.d };
  a = near(a);
  b = near(b);
  return trimmed(a.m * b.m, a.e + b.e);
}

/** 1 ÷ x; nothing where x is nought. */
function inverse(x) {
  if (isZero(x)) return null;
  if (isExact(x)) return ratio(x.d, x.n);
  const by = PRECISION + bits(x.m);
  return trimmed((1n << big(by)) / x.m, -by - x.e);
}

// Logarithms are whole numbers over 2^FRACTION.

/** The logarithm of (1 + z) ÷ (1 − z), for a small z. */
function series(z) {
  const square = (z * z) >> big(FRACTION);
  let sum = 0n;
  for (let term = z, k = 1n; term !== 0n && term !== -1n; term = (term * square) >> big(FRACTION), k += 2n) sum += term / k;
  return 2n * sum;
}

const ONE = 1n << big(FRACTION);
const LN2 = series(ONE / 3n);
const logarithms = new Map();
const exponentials = new Map();

/** The logarithm of a number above nought. */
function ln(x) {
  const name = isExact(x) ? `${x.n}/${x.d}` : null;
  if (name !== null && logarithms.has(name)) return logarithms.get(name);
  const { m, e } = near(x);
  const twos = bits(m);
  const mantissa = shifted(m, FRACTION - twos);
  let [part, exponent] = [mantissa, e + twos];
  while (part < (ONE * 3n) / 4n) [part, exponent] = [part << 1n, exponent - 1];
  const value = big(exponent) * LN2 + series(((part - ONE) << big(FRACTION)) / (part + ONE));
  if (name !== null) logarithms.set(name, value);
  return value;
}

/** The number with a logarithm: items often share one, as ratings come from few values. */
function exp(logarithm) {
  if (!exponentials.has(logarithm)) {
    if (exponentials.size > 20000) exponentials.clear();
    exponentials.set(logarithm, powerOfE(logarithm));
  }
  return exponentials.get(logarithm);
}

function powerOfE(logarithm) {
  const twos = logarithm / LN2;
  const rest = (logarithm - twos * LN2) >> 8n;
  let [sum, term] = [ONE, ONE];
  for (let k = 1n; term !== 0n && term !== -1n; k += 1n) {
    term = ((term * rest) >> big(FRACTION)) / k;
    sum += term;
  }
  for (let k = 0; k < 8; k += 1) sum = (sum * sum) >> big(FRACTION);
  return trimmed(sum, Number(twos) - FRACTION);
}

/** Π u^(p ÷ q) over [u, p, q]; exact where every root is one by itself. */
function product(terms) {
  let [made, logarithm] = [{ n: 1n, d: 1n }, null];
  for (const [u, p, q] of terms) {
    if (q === 1n && isExact(u)) made = times(made, { n: u.n ** p, d: u.d ** p });
    else if ((isExact(u) ? u.n : u.m) < 0n) return null;
    else if (p === q || isZero(u)) made = times(made, u);
    else if (!(isExact(u) && u.n === u.d)) logarithm = (logarithm ?? 0n) + (ln(u) * p) / q;
  }
  return logarithm === null ? made : times(made, exp(logarithm));
}

function asRatio(x) {
  if (isExact(x)) return x;
  return x.e >= 0 ? { n: x.m << big(x.e), d: 1n } : { n: x.m, d: 1n << big(-x.e) };
}

const WHOLE = big(Number.MAX_SAFE_INTEGER);

/** The nearest double. */
function toDouble(x) {
  if (isExact(x) && abs(x.n) <= WHOLE && x.d <= WHOLE) return Number(x.n) / Number(x.d);
  const [n, d] = isExact(x) ? [abs(x.n), x.d] : [abs(x.m), 1n];
  const by = bits(n) - bits(d) - 70;
  const [top, below] = by > 0 ? [n, d << big(by)] : [n << big(-by), d];
  const quotient = top / below;
  // What is left over only matters at an exact half: one more bit says that there was something.
  const odd = quotient * below === top ? 0n : 1n;
  const value = Number((quotient << 1n) | odd);
  const twos = by - 1 + (x.e || 0);
  const double = twos > 999 ? value * 2 ** 1000 * 2 ** (twos - 1000) : value * 2 ** twos;
  return (isExact(x) ? x.n : x.m) < 0n ? -double : double;
}

/** Rounded to twelve significant digits, half away from nought, as all that went through a root is. */
function toTwelveDigits(x) {
  if (isZero(x)) return { n: 0n, d: 1n };
  const double = toDouble(x);
  if (!Number.isFinite(double) || double === 0) return null;
  const places = 11 - Number(double.toExponential().split('e')[1]);
  const power = 10n ** big(Math.abs(places));
  const { n, d } = asRatio(x);
  const [top, below] = places >= 0 ? [abs(n) * power, d] : [abs(n), d * power];
  const rounded = ((2n * top + below) / (2n * below)) * (n < 0n ? -1n : 1n);
  return places >= 0 ? { n: rounded, d: power } : { n: rounded * power, d: 1n };
}

/** The number as a score, comparable with others; nothing where it is too large for a double. */
function toScore(x, isRounded) {
  const exact = isRounded || !isExact(x) ? toTwelveDigits(x) : x;
  if (exact === null) return null;
  const value = toDouble(exact);
  return Number.isFinite(value) ? { n: exact.n, d: exact.d, value } : null;
}

/** Below nought, nought or above as the first is less, the same or more: exactly. */
function compare(a, b) {
  const apart = a.value - b.value;
  // So far apart that no rounding can have turned them around.
  if (Math.abs(apart) > 1e-12 * (Math.abs(a.value) + Math.abs(b.value))) return apart;
  const difference = a.n * b.d - b.n * a.d;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}
