// What is wrong, in the page's languages: all words of ours have a translation, also those that no test
// provokes, and a framework's stay in the framework's.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { load, parseSeed } from 'dropout-playground';
import { allWords } from './error-words.mjs';
import { translations } from './languages.mjs';
import { nodesOf } from './syntax-tree.mjs';
import { FRAMEWORKS, PROGRAMS, STARTS } from './untranslated.mjs';

const { parse, identify, Generator, Dropout, Dropout2d, tensor } = await load();

const root = new URL('../../', import.meta.url);
const built = readdirSync(new URL('dist/', root));

const languages = await Promise.all(
  translations.map(async (language) => {
    const source = readFileSync(new URL(`web/i18n/sentences/core-${language}.ts`, root), 'utf8');
    const [written] = [...nodesOf(source, 'ts')].filter(({ type }) => type === 'ObjectExpression');
    const entries = written.properties.map(({ key, value }) => [key.value, value.value]);
    const name = built.find((file) => file.startsWith(`embed-core-${language}-`));
    const { sentences } = await import(new URL(`dist/${name}`, root).href);
    return { language, sentences, entries };
  }),
);

/** A sentence in English or, with its words for each template, in another language. */
function told({ template, values }, sentences = {}) {
  const parts = (sentences[template] ?? template).split(/\{(\d)\}/);
  return parts.map((part, i) => (i % 2 === 0 ? part : toldValue(values[part], sentences))).join('');
}

function toldValue(value, sentences) {
  if (Array.isArray(value)) return `[${value.join(', ')}]`;
  return typeof value === 'object' ? told(value, sentences) : String(value);
}

/** What the core knows of what is wrong. */
async function detailsOf(act) {
  try {
    await act();
  } catch (error) {
    // In a text, the message goes on with the place.
    assert.equal(told(error.details), error.reason ?? error.message);
    return error.details;
  }
  assert.fail(`nothing is wrong with ${act}`);
}

const TEXTS = [
  ...['[1, 2], x', '[1, [2]]', '[[1], [2], 3]', '[1, ', '', '[\u0001]', '1, x', 'a,b\n1,2', '(1'],
  ...['torch.ones(2).foo()', 'torch.ones(2, dtype=torch.bool)', 'torch.arange(1, 2, 3, 4, 5)'],
  ...[
    'torch.full((2, 2))',
    'torch.full(size=2, fill_value=1)',
    'torch.eye(1.5)',
    'torch.ones(1.5)',
  ],
  ...['torch.full((2, 2), fill_value=(1, 2))', 'torch.ones(2, foo=1)', 'tensor([1.], size=(2,))'],
  ...[
    'torch.tensor([(1)])',
    '[...]',
    '[None]',
    '1,2\n3,',
    'jnp.arange(0, 1, 0.1)',
    'torch.rand(2)',
  ],
  ...[
    'torch.foo(2)',
    '[1, 2',
    'torch.tensor([True])',
    'tf.constant([1]) / 2',
    'torch.softmax(2)',
    'torch.ones(2).sum()',
    'torch.ones(2)[0]',
    'torch.ones(2).reshap(2)',
    'nn.Dropout(0.5)',
    'import torch',
    '[1]\n[2]',
    '(tensor([1.]), tensor([2.]))',
    "['a']",
    '[1j]',
    'torch.empty(2)',
    'tensor(indices=tensor([[0]]))',
    'tensor([1.], dtype=torch.quint8)',
    'tf.Tensor([1.], shape=(2,))',
    'torch.tensor([1.] * 10000000)',
    'torch.tensor([1.] + [[2.]])',
    'np.ones(2).repeat(2)',
    'torch.ones(2).to(3)',
    '2 ** torch.ones(2)',
  ],
  ...['torch.ones(2) ** 4', '2 ** 0.5 * torch.ones(2)'],
  ...['torch.ones(10000000, 1000000)', 'torch.linspace(0, 1, 3, dtype=torch.int64)'],
  ...['torch.tensor([1, 2.5], dtype=torch.int64)', `${'('.repeat(70)}1`, '['.repeat(70)],
  ...[`torch.ones(2)${' + 1'.repeat(120)}`, `torch.ones(${'1, '.repeat(100)})`],
  'torch.ones(2).view(x)',
  `torch.ones(${Array.from({ length: 100 }, (_, i) => `a${i}=1`).join(', ')})`,
];

const drawn = (engine, text) => () => parse(text, { generator: new Generator(engine) });
const keyed = (text) => () => parseSeed(text, 'jax');
const dropped =
  (engine, x, Layer = Dropout) =>
  () =>
    new Layer(0.5, { generator: new Generator(engine) }).forward(x);
const searched = (input, output, options) => () =>
  identify({ input, output, seeds: 0, engines: ['torch-cpu'], ...options });

const ACTS = [
  ...TEXTS.map((text) => () => parse(text)),
  ...[drawn('numpy', 'torch.rand(2)'), drawn('torch-cpu', 'np.random.rand(2)')],
  ...[drawn('numpy', 'rng.random(2)'), drawn('torch-cuda', "torch.rand(2, device='cuda')")],
  drawn('torch-cpu', 'torch.randint(3, (2,), dtype=torch.float32)'),
  drawn('torch-cpu', 'torch.rand(3, dtype=torch.float16)'),
  drawn('numpy', 'np.random.rand(2, dtype=np.float32)'),
  ...[() => new Generator('x'), () => new Generator('torch-cuda', { gpu: 'x' })],
  ...[() => new Generator('torch-cpu', { x: '1' })],
  () => new Generator('torch-cpu', { normalKernel: 'x' }),
  () => new Generator('torch-cpu').manualSeed(2n ** 64n),
  () => new Generator('torch-cuda').rand([2]),
  ...['split(key(0))', 'split(key(0))[2]', 'split(key(0), 0)[0]', "key(0, impl='rbg')"].map(keyed),
  ...['[1, 2, 3]', 'uniform(key(0))'].map(keyed),
  () => new Generator('jax').skip(1),
  dropped('torch-cuda', tensor([[[[1]]]]), Dropout2d),
  dropped('numpy', tensor([[[[1]]]]), Dropout2d),
  ...[
    () =>
      new Dropout(0.5, { generator: new Generator('jax'), inplace: true }).forward(tensor([1n])),
    dropped('jax', tensor([1], { dtype: 'float64' })),
  ],
  ...[searched([1, 1], [2, 3]), searched([4, 1], [2, 0]), searched([1, 1], [1, 0])],
  ...[searched([1, 1], [0, 0]), searched([1, 2], [1, 2]), searched([1], [1], { p: 0 })],
  ...[searched([1, 2], [3, 0], { p: 0.5 }), searched([0, 2], [3, 0], { p: 0.5 })],
  ...[searched([1], [1, 2]), searched([0], [0], { p: 0.5 }), searched('[0.0001]', '[0.0002]')],
  searched([1, 1], [1, 0], { skip: -1 }),
  searched([1, 1], [2, 0], { skip: 3, engines: ['jax'] }),
  searched('[[1, 2], [3, 4]]', '[[2, 0], [6, 8]]', { layer: 'Dropout1d' }),
  searched('[1, 2, 3]', '[5, 9, 1]', { layer: 'AlphaDropout' }),
  searched([1, 1], [2, 0], { layer: 'Dropout4d' }),
  () => new Generator('torch-cpu', { form: 'x' }),
  () => new Dropout2d(0.5, { generator: new Generator('torch-cpu', { form: 'rand>p' }) }),
  ...[searched([1], [2], { seeds: -(2n ** 70n) }), searched([1], [2], { calls: Number.NaN })],
];

const provoked = await Promise.all(ACTS.map(detailsOf));
const words = [...new Set(allWords().map(({ words }) => words))];
/** A place between quotation marks is the same everywhere. */
const hasLetters = (template) => /[a-z]/i.test(template);

test('all words of errors are translated, or somebody has said why not', () => {
  const { entries } = languages[0];
  const known = [...entries.map(([template]) => template), ...FRAMEWORKS, ...PROGRAMS, ...STARTS];
  assert.deepEqual(words.filter(hasLetters).toSorted(), known.toSorted());
});

for (const { language, sentences, entries } of languages) {
  describe(language, () => {
    test('is built as it is written', () => {
      assert.deepEqual(Object.entries(sentences), entries);
    });

    test('has the same templates as the others, and in each the same places', () => {
      const placesOf = (text) => [...new Set(text.match(/\{\d\}/g) ?? [])].sort();
      assert.deepEqual(
        entries.map(([template]) => template),
        languages[0].entries.map(([template]) => template),
      );
      for (const [template, other] of entries) {
        assert.deepEqual(placesOf(other), placesOf(template));
      }
    });

    test('has other words than English, and none of its', () => {
      for (const [template, other] of entries) {
        assert.notEqual(other, template);
        const english = /\b(?:expected|found|must|number|the)\b(?! long)/;
        assert.doesNotMatch(other, english, template);
      }
    });

    test('says what the core really says, with what stands in its places', () => {
      for (const details of provoked) {
        const english = told(details);
        const other = told(details, sentences);
        assert.notEqual(other, english);
        assert.doesNotMatch(other, /\{|\b(?:expected|found|must|number|the)\b(?! long)/, english);
        for (const number of english.match(/\d+(?!\w)/g) ?? []) {
          assert.ok(other.includes(number), `${english}: ${other}`);
        }
      }
    });

    test('leaves what a framework says in its words', async () => {
      for (const act of [
        () => parse('[[1, 2], [3]]'),
        () => parse('torch.ones(-1)'),
        () => parse('torch.arange(1, 0, 1)'),
        () => parse('1 / 0 * torch.ones(2)'),
        () => parse('torch.ones(2) + torch.ones(3)'),
        () => parse('torch.ones(2).unsqueeze(5)'),
        () => parse('torch.ones(4).view(3)'),
        () => new Dropout(2),
        dropped('torch-cpu', tensor([1n])),
        dropped('torch-cpu', tensor([1]), Dropout2d),
        () => new Generator('numpy').manualSeed(-1),
        () => new Generator('numpy-pcg64').manualSeed(-1),
        () => parseSeed('split(0)[1]', 'jax'),
      ]) {
        const details = await detailsOf(act);
        assert.ok(FRAMEWORKS.includes(details.template), details.template);
        assert.equal(told(details, sentences), told(details));
      }
    });
  });
}

test('words in the places of a sentence are translated as well', async () => {
  const [{ sentences: german }] = languages;
  assert.equal(
    told(await detailsOf(searched([1, 1], [3, 2])), german),
    'kein p ergibt diese Ausgabe: bei [0] ist die Eingabe 1 und die Ausgabe 3, aber bei [1] ist die Eingabe 1 und die Ausgabe 2',
  );
  assert.equal(
    told(await detailsOf(() => parse('[1, [2]]')), german),
    'eine Zahl wie die davor wird erwartet, hier steht eine Liste',
  );
  assert.equal(
    told(await detailsOf(() => parse('[\u0001]')), german),
    "eine Zahl oder '[' wird erwartet, hier steht 'Zeichen 1'",
  );
});
