// The fixtures that real frameworks wrote (tests/fixtures): their numbers, spelled as hex bits, as
// typed arrays and back, and PyTorch's programs run through the package.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

const FORMATS = {
  float32: { Values: Float32Array, Words: Uint32Array, word: Number, nan: '7fc00000' },
  float64: { Values: Float64Array, Words: BigUint64Array, word: BigInt, nan: '7ff8000000000000' },
  int64: { Values: BigInt64Array, Words: BigUint64Array, word: BigInt },
};

// Processors write nan with a sign or without.
const OTHER_NANS = { ffc00000: '7fc00000', fff8000000000000: '7ff8000000000000' };

/** One fixture file: its cases and their provenance; each nan spelled alike. */
export function readFixture(file) {
  const text = readFileSync(new URL(`../fixtures/${file}`, import.meta.url), 'utf8');
  return JSON.parse(text, (_, value) => OTHER_NANS[value] ?? value);
}

/** The cases of one fixture file. */
export function readCases(file) {
  return readFixture(file).cases;
}

/** The numbers whose bits are `words`, most significant digit first. */
export function fromHex(dtype, words) {
  const { Values, Words, word } = FORMATS[dtype];
  return new Values(Words.from(words, (digits) => word(`0x${digits}`)).buffer);
}

/** The bits of every number; each nan as the one spelling that fixtures use. */
export function toHex(dtype, values) {
  const { Words, nan } = FORMATS[dtype];
  const copy = values.slice();
  return Array.from(new Words(copy.buffer), (word, i) =>
    Number.isNaN(copy[i]) ? nan : word.toString(16).padStart(2 * Words.BYTES_PER_ELEMENT, '0'),
  );
}

/** The tensor that a fixture describes by dtype, shape and hex. */
export function tensorFrom({ tensor }, { dtype, shape, hex }) {
  return tensor(fromHex(dtype, hex), { shape, dtype });
}

/** A tensor in the words of a fixture: as long or as brief as `like`, which it should equal. */
export function describeTensor(x, like) {
  const { dtype } = x;
  const shape = [...x.shape];
  const values = x.toTypedArray();
  if (like.hex) return { dtype, hex: toHex(dtype, values), shape };
  return {
    dtype,
    first: toHex(dtype, values.slice(0, like.first.length)),
    last: toHex(dtype, values.slice(-like.last.length)),
    nonzero: values.reduce((count, value) => count + (value !== 0), 0),
    sha256: createHash('sha256').update(new Uint8Array(values.buffer)).digest('hex'),
    shape,
  };
}

/** As describeTensor(), for fixtures that tell bits alone. */
export function describeBits(x, like) {
  const { dtype, shape, ...bits } = describeTensor(x, like);
  return bits;
}

const drop = (Layer) => (run, step) => {
  const { in: input, p, train, inplace = false } = step;
  const layer = new run.api[Layer](p, { inplace, generator: run.generator }).train(train);
  return layer.forward(run.tensors.get(input));
};

const STEPS = {
  seed: (run, { seed }) => run.generator.manualSeed(BigInt(seed)),
  ones: (run, { shape, dtype }) => run.api.ones(shape, { dtype }),
  zeros: (run, { shape, dtype }) => run.api.zeros(shape, { dtype }),
  full: (run, { shape, value, dtype }) => run.api.full(shape, value, { dtype }),
  arange: (run, { start, end, step, dtype }) => run.api.arange(start, end, step, { dtype }),
  linspace: (run, { start, end, steps, dtype }) => run.api.linspace(start, end, steps, { dtype }),
  rand: (run, { shape, dtype }) => run.generator.rand(shape, { dtype }),
  randn: (run, { shape, dtype }) => run.generator.randn(shape, { dtype }),
  randint: (run, { low, high, shape }) => run.generator.randint(BigInt(low), BigInt(high), shape),
  randperm: (run, { n }) => run.generator.randperm(n),
  tensor: (run, step) => tensorFrom(run.api, step),
  dropout: drop('Dropout'),
  dropout1d: drop('Dropout1d'),
  dropout2d: drop('Dropout2d'),
  dropout3d: drop('Dropout3d'),
  alpha_dropout: drop('AlphaDropout'),
  feature_alpha_dropout: drop('FeatureAlphaDropout'),
};

/** The tensors of a program, by name, after its last step. */
export function runProgram(api, { steps }, generator) {
  const run = { api, generator, tensors: new Map() };
  for (const step of steps) {
    const result = STEPS[step.op](run, step);
    if (step.out !== undefined) run.tensors.set(step.out, result);
  }
  return run.tensors;
}

/**
 * Whether an output ends in the C library: float64 normals in blocks of 16 go through its log, cos
 * and sin, whose last bit differs between platforms and between PyTorch's own builds.
 */
export function endsInTheCLibrary({ steps }, name) {
  const { op, dtype } = steps.find(({ out }) => out === name);
  return op === 'randn' && dtype === 'float64';
}
