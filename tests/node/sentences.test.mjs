// What the core says in words of its own, in the page's languages: each sentence that it really says is
// translated, and what a framework says is left in the framework's words.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { load } from 'dropout-playground';
import { nodesOf } from './syntax-tree.mjs';

const { parse, identify, Generator, Dropout, Dropout2d, tensor } = await load();

const root = new URL('../../', import.meta.url);
const built = readdirSync(new URL('dist/', root));

const languages = await Promise.all(
  ['de', 'fr', 'hi'].map(async (language) => {
    const source = readFileSync(new URL(`web/i18n/sentences/core-${language}.ts`, root), 'utf8');
    const [sentences] = [...nodesOf(source, 'ts')].filter(
      ({ type }) => type === 'ObjectExpression',
    );
    const name = built.find((file) => file.startsWith(`embed-core-${language}-`));
    const { translate } = await import(new URL(`dist/${name}`, root).href);
    const entries = sentences.properties.map(({ key, value }) => [key.value, value.value]);
    return { language, translate, entries };
  }),
);

/** What the core says: the reason of an error in a text, or the message of another. */
async function saidBy(act) {
  try {
    await act();
  } catch (error) {
    return error.reason ?? error.message;
  }
  assert.fail(`nothing is wrong with ${act}`);
}

const TEXTS = [
  ...['[1, 2], x', '[1, [2]]', '[[1], [2], 3]', '[1, ', '', '[\u0001]', '1, x', 'a b\n1 2', '(1'],
  ...['torch.ones(2).foo()', 'torch.ones(2, dtype=torch.bool)', 'torch.arange(1, 2, 3, 4, 5)'],
  ...[
    'torch.full((2, 2))',
    'torch.full(size=2, fill_value=1)',
    'torch.eye(1.5)',
    'torch.ones(1.5)',
  ],
  ...['torch.full((2, 2), fill_value=(1, 2))', 'torch.ones(2, foo=1)', 'tensor([1.], size=(2,))'],
  ...['torch.tensor([(1)])', '[...]', '[None]', '1,2\n3,', 'np.arange(0, 1, 0.1)', 'torch.rand(2)'],
  ...[
    'torch.foo(2)',
    '[1, 2',
    'torch.tensor([True])',
    'torch.tensor([1]) * 2',
    '2 ** torch.ones(2)',
  ],
  ...['torch.ones(2) ** 4', 'torch.ones(2) + torch.ones(3)', '2 ** 0.5 * torch.ones(2)'],
  ...['torch.ones(10000000, 1000000)', 'torch.linspace(0, 1, 3, dtype=torch.int64)'],
  ...['torch.tensor([1, 2.5], dtype=torch.int64)', `${'('.repeat(70)}1`, '['.repeat(70)],
  ...[`torch.ones(2)${' + 1'.repeat(120)}`, `torch.ones(${'1, '.repeat(100)})`],
  `torch.ones(${Array.from({ length: 100 }, (_, i) => `a${i}=1`).join(', ')})`,
];

const drawn = (engine, text) => () => parse(text, { generator: new Generator(engine) });
const dropped =
  (engine, x, Layer = Dropout) =>
  () =>
    new Layer(0.5, { generator: new Generator(engine) }).forward(x);
const searched = (input, output, options) => () =>
  identify({ input, output, seeds: 0, engines: ['torch-cpu'], ...options });

const ACTS = [
  ...TEXTS.map((text) => () => parse(text)),
  ...[drawn('numpy', 'torch.rand(2)'), drawn('torch-cpu', 'np.random.rand(2)')],
  ...[drawn('numpy', 'rng.random(2)'), drawn('torch-cuda', 'torch.rand(2)')],
  drawn('torch-cpu', 'torch.randint(3, (2,), dtype=torch.float32)'),
  drawn('numpy', 'np.random.rand(2, dtype=np.float32)'),
  ...[() => new Generator('x'), () => new Generator('torch-cuda', { gpu: 'x' })],
  ...[() => new Generator('torch-cpu', { x: '1' })],
  () => new Generator('torch-cpu', { normalKernel: 'x' }),
  () => new Generator('torch-cpu').manualSeed(2n ** 64n),
  dropped('torch-cuda', tensor([[[[1]]]]), Dropout2d),
  dropped('numpy', tensor([[[[1]]]]), Dropout2d),
  ...[dropped('jax', tensor([1n])), dropped('jax', tensor([1], { dtype: 'float64' }))],
  ...[searched([1, 1], [2, 3]), searched([4, 1], [2, 0]), searched([1, 1], [1, 0])],
  ...[searched([1, 1], [0, 0]), searched([1, 2], [1, 2]), searched([1], [1], { p: 0 })],
  ...[searched([1, 2], [3, 0], { p: 0.5 }), searched([0, 2], [1, 0], { p: 0.5 })],
  ...[searched([1], [1, 2]), searched([0], [0], { p: 0.5 }), searched('[0.0001]', '[0.0002]')],
  searched([1], [2], { seeds: -(2n ** 70n) }),
];

// What the elements say where no framework has words, as their sources put it, of 1, 2 and so on.
function thrownIn(path) {
  const source = readFileSync(new URL(path, root), 'utf8');
  return [...nodesOf(source, 'ts')]
    .filter(({ type, callee }) => type === 'NewExpression' && /Error$/.test(callee.name))
    .flatMap((thrown) => thrown.arguments)
    .filter(({ type }) => type === 'TemplateLiteral')
    .map(({ quasis }) =>
      quasis.reduce((text, { value }, i) => `${text}${i || ''}${value.cooked}`, ''),
    );
}

const SAID_BY_ELEMENTS = [
  ...thrownIn('web/experiment/read-settings.ts'),
  ...thrownIn('web/figure/dropout-playground.ts'),
];
assert.equal(SAID_BY_ELEMENTS.length, 4);

// Nobody's memory is so small that a test could fill it at once.
const [, NO_MEMORY] = /kNoMemory = "([^"]+)"/.exec(
  readFileSync(new URL('src/bindings/errors.cpp', root), 'utf8'),
);

const said = [...(await Promise.all(ACTS.map(saidBy))), ...SAID_BY_ELEMENTS, NO_MEMORY];

for (const { language, translate, entries } of languages) {
  describe(language, () => {
    test('has a translation of every sentence, with what stands in its places', () => {
      for (const sentence of said) {
        const other = translate(sentence);
        assert.notEqual(other, sentence);
        assert.doesNotMatch(other, /\{|\b(?:expected|found|must|number|the)\b(?! long)/, sentence);
        for (const number of sentence.match(/\d+(?!\w)/g) ?? []) {
          assert.ok(other.includes(number), `${sentence}: ${other}`);
        }
      }
    });

    test('has none that is not said', () => {
      const all = said.join('\n');
      for (const [english] of entries) {
        const words = english
          .split(/\{\d\}/)
          .map((text) => text.replace(/[.*+?^$(){}|[\]\\]/g, '\\$&'));
        assert.match(all, new RegExp(words.join('.+?')), english);
      }
    });

    test('translates the same sentences as the others, with the same places', () => {
      const placesOf = (text) => [...new Set(text.match(/\{\d\}/g) ?? [])].sort();
      assert.deepEqual(
        entries.map(([english]) => english),
        languages[0].entries.map(([english]) => english),
      );
      for (const [english, other] of entries) assert.deepEqual(placesOf(other), placesOf(english));
    });

    test('leaves what a framework says in its words', async () => {
      for (const sentence of await Promise.all(
        [
          () => parse('[[1, 2], [3]]'),
          () => parse('torch.ones(-1)'),
          () => parse('torch.arange(1, 0, 1)'),
          () => parse('1 / 0 * torch.ones(2)'),
          () => parse('torch.ones(4).view(3)'),
          () => new Dropout(2),
          dropped('torch-cpu', tensor([1n])),
          dropped('torch-cpu', tensor([1]), Dropout2d),
          () => new Generator('numpy').manualSeed(-1),
          () => new Generator('numpy-pcg64').manualSeed(-1),
        ].map(saidBy),
      )) {
        assert.equal(translate(sentence), sentence);
      }
    });
  });
}

test('words in the places of a sentence are translated as well', () => {
  const [german] = languages;
  assert.equal(
    german.translate(
      'no p gives this output: at [0] the input is 1 and the output 3, but at [1] the input is 1 and the output 2',
    ),
    'kein p ergibt diese Ausgabe: bei [0] ist die Eingabe 1 und die Ausgabe 3, aber bei [1] ist die Eingabe 1 und die Ausgabe 2',
  );
  assert.equal(
    german.translate('expected a number, like the ones before, but found a list'),
    'eine Zahl wie die davor wird erwartet, hier steht eine Liste',
  );
});
