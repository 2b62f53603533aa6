// The cases of one size in the bench's own module: the plain passes, every engine as a bare kernel,
// and as what a user calls.
import { timed } from './rounds.mjs';

/**
 * What the passes go over. One pair of buffers is as near in the caches as its size allows; of many,
 * used in turn, the next has always left them, as where a program does other things in between.
 */
export const SETTINGS = [
  { title: '1,000', elements: 1_000, pairs: 1 },
  { title: '65,536', elements: 65_536, pairs: 1 },
  { title: '1,000,000', elements: 1_000_000, pairs: 1 },
  { title: '1,000,000 from memory', elements: 1_000_000, pairs: 16 },
  { title: '16,000,000', elements: 16_000_000, pairs: 1 },
];

/** p = 0.5 apart, since a kernel may take a short cut there. */
const VARIANTS = [
  { p: 0.3, inplace: false },
  { p: 0.5, inplace: false },
  { p: 0.3, inplace: true },
];

/** What every ratio is against: y = x * s over as many elements, out of place. */
export const SCALE = 'scale';

/** Options with which an engine draws in another way, and at another speed. */
const OPTIONS = { jax: { partitionable: false } };

const kernelName = ({ engine, options = {}, p, inplace }) =>
  [
    engine,
    ...Object.entries({ ...options, p }).map((pair) => pair.join(' = ')),
    ...(inplace ? ['in place'] : []),
  ].join(', ');

export const layerName = (engine, p) => `Dropout(${p}).forward, ${engine}`;

/**
 * The cases of a setting, and a function that frees what they use.
 *
 * Out of place and in place work on the same buffers, x and y. In place, y needs no filling up between
 * calls: it begins as ones, 0 stays 0, and what has survived k calls is (1 / (1 - p))^k, so nothing is
 * ever denormal, and long before anything could overflow nothing is left.
 *
 * @param {object} playground  the bench's build of the package, loaded
 * @param {(typeof SETTINGS)[number]} setting
 * @param {readonly string[]} engines
 */
export function passesOf(playground, setting, engines) {
  const { native, handle, api } = playground;
  const { scalePass, copyPass, dropoutPass } = native();
  const pairs = Array.from({ length: setting.pairs }, () => [
    api.ones([setting.elements]),
    api.ones([setting.elements]),
  ]);

  // pass(x, y, times) makes its calls inside of the module.
  const described = (name, about, pass) => ({
    name,
    elements: setting.elements,
    ...about,
    ...(name !== SCALE && { against: SCALE }),
    sample: timed((times) => {
      if (pairs.length === 1) return pass(...pairs[0], times);
      for (let i = 0; i < times; ++i) pass(...pairs[i % pairs.length], 1);
    }),
  });

  const plain = [
    described(SCALE, { pass: 'scale' }, (x, y, times) =>
      scalePass(x[handle], 1.25, y[handle], times),
    ),
    described('memcpy', { pass: 'copy' }, (x, y, times) => copyPass(x[handle], y[handle], times)),
  ];

  const generators = [];
  const generatorOf = (engine, options) => {
    const generator = new api.Generator(engine, options).manualSeed(42);
    generators.push(generator);
    return generator;
  };

  const drawn = engines.flatMap((engine) => [
    { engine },
    ...(engine in OPTIONS ? [{ engine, options: OPTIONS[engine] }] : []),
  ]);
  const kernels = drawn.flatMap(({ engine, options }) =>
    VARIANTS.map((variant) => {
      const { p, inplace } = variant;
      const generator = generatorOf(engine, options)[handle];
      const about = { pass: 'kernel', engine, ...(options && { options }), ...variant };
      return described(kernelName(about), about, (x, y, times) =>
        dropoutPass(generator, p, (inplace ? y : x)[handle], y[handle], times),
      );
    }),
  );

  const layers = engines.map((engine) => {
    const p = 0.3;
    const layer = new api.Dropout(p, { generator: generatorOf(engine) });
    generators.push(layer);
    return described(layerName(engine, p), { pass: 'layer', engine, p }, (x, _, times) => {
      for (let i = 0; i < times; ++i) {
        const output = layer.forward(x);
        readOut(output.view());
        output.dispose();
      }
    });
  });

  const dispose = () => {
    for (const object of [...pairs.flat(), ...generators]) object.dispose();
  };
  return { cases: [...plain, ...kernels, ...layers], dispose };
}

const read = new Float64Array(1);

/** Looks at a result, so that no engine can leave it out. */
export function readOut(elements) {
  read[0] += elements[elements.length - 1];
}
