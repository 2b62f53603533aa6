// identify() on what PyTorch and NumPy printed of small programs (search-programs.json): inputs drawn after the seed,
// layers made before, every layer, prints of every precision, masks, and dropout by hand.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { load } from 'dropout-playground';
import { readCases } from './fixtures.mjs';

const { identify } = await load();

const cases = readCases('search-programs.json');
const of = (kind) => cases.filter(({ id }) => id.startsWith(`${kind}/`));

/** A search of some hundred seeds, of which one printed the output. */
function search({ engine, seed, input, output, p }, more = {}) {
  const seeds = { from: Math.max(0, seed - 150), to: seed + 150 };
  return identify({ input, output, p, engines: [engine], seeds, ...more });
}

/** The match of the seed, and that its kind of evidence leaves no other. */
function only({ matches, engines }, { seed, engine, expect }) {
  const told = JSON.stringify(matches.slice(0, 5));
  // Of a short output chance finds more, and they stand behind the certain ones.
  const kept = engines[0].expectedByChance > 0.5 ? matches.slice(0, 1) : matches;
  assert.deepEqual(
    [...new Set(kept.map((match) => `${match.engine} ${match.seed}`))],
    [`${engine} ${seed}`],
    `${told} of ${engines[0].expectedByChance}`,
  );
  const [match] = matches;
  assert.equal(match.call, 1);
  for (const [name, value] of Object.entries(expect)) {
    if (name === 'p') assert.ok(Math.abs(match.p - value) < 1e-9, `p = ${match.p}`);
    else assert.equal(match[name], value, name);
  }
  return match;
}

describe('an input that was drawn after the seed', () => {
  for (const entry of of('drawn')) {
    const { text, id } = entry;
    test(`${id}, as a text that draws it`, async () => {
      const match = only(await search({ ...entry, input: text }), entry);
      assert.equal(match.drawn, text);
      assert.equal(match.skip, 0);
    });
    test(`${id}, as its printed numbers`, async () => {
      const found = await search(entry);
      const match = only(found, entry);
      assert.ok(found.certain);
      // What draws so many words is told, if it is not what drew the numbers.
      if (/randint/.test(text)) assert.equal(match.skipped, 'torch.rand(5, 6)');
      else assert.match(match.drawn, /^(torch|np\.random|rng)\.rand(om|n)?\(/);
    });
  }

  test('of another seed is denied, with all that was tried', async () => {
    const [entry] = of('drawn');
    const found = await search(entry, { seeds: { from: 43, to: 90 } });
    assert.deepEqual(found.matches, []);
    const [{ ways }] = found.engines;
    assert.ok(ways.some(({ drawn }) => drawn === 'torch.rand(4, 6)'));
    assert.ok(ways.some(({ form }) => form === 'rand>p'));
    assert.ok(ways.some(({ skips }) => skips.some(({ what }) => what === 'nn.Linear(4, 6)')));
  });

  test('needs an engine that draws it', async () => {
    const [entry] = of('drawn');
    const asked = { ...entry, input: entry.text };
    await assert.rejects(search(asked, { engines: ['numpy'] }), /draws from PyTorch's generator/);
  });
});

describe('what was made before', () => {
  for (const entry of of('made-before')) {
    const { id, given, expect, seed } = entry;
    test(`${id} is skipped if its words are given`, async () => {
      only(await search(entry, { skip: expect.skip }), entry);
    });
    if (given) continue;
    test(`${id} is thought of`, async () => {
      const found = await search(entry);
      const [match] = found.matches;
      // NumPy draws as many for a tensor of this size as for a call.
      if (entry.engine === 'numpy') assert.deepEqual([match.seed, match.call], [seed, 2]);
      else assert.notEqual(only(found, entry).skipped, '');
    });
  }

  test('is no matter of engines without a stream of words', async () => {
    const [entry] = of('made-before');
    await assert.rejects(search(entry, { engines: ['jax'], skip: 3 }), { code: 'engine' });
    for (const skip of [-1, 0.5, 1e8]) {
      await assert.rejects(search(entry, { skip }), { code: 'value' }, String(skip));
    }
  });
});

describe('a layer', () => {
  for (const entry of of('layer')) {
    const { id, seed, expect } = entry;
    test(`${id} is found and named`, async () => {
      for (const more of [{}, { layer: expect.layer }]) {
        const { matches, p } = await search(entry, more);
        const match = matches.find((match) => match.seed === seed && match.call === 1);
        assert.ok(match, JSON.stringify(matches.slice(0, 3)));
        // Layers that drop the same channels are told by the first of them, unless one is asked for.
        if (more.layer) assert.equal(match.layer, expect.layer);
        else
          assert.match(match.layer, expect.layer.includes('Alpha') ? /Alpha/ : /^Dropout[123]d$/);
        assert.ok(Math.abs(p - expect.p) < 1e-9);
      }
    });
  }

  test('that the shape or the engine does not allow is refused', async () => {
    const [entry] = of('layer');
    await assert.rejects(search(entry, { layer: 'Dropout1d' }), /Expected 2D or 3D input/);
    await assert.rejects(search(entry, { layer: 'Dropout2d', engines: ['jax'] }), {
      code: 'engine',
    });
    await assert.rejects(search(entry, { layer: 'Dropout4d' }), /unknown layer 'Dropout4d'/);
  });

  test('is the first of a list that explains the output', async () => {
    const entry = cases.find(({ id }) => id === 'layer/Dropout3d/torch.ones(20, 2, 1, 2)');
    const { matches } = await search(entry, { layer: ['Dropout3d', 'Dropout'] });
    assert.equal(matches[0].layer, 'Dropout3d');
  });
});

describe('a print', () => {
  for (const entry of of('decimals')) {
    test(`${entry.id} is read as it was rounded`, async () => {
      const needsP = entry.id.endsWith('0-0');
      only(await search({ ...entry, p: needsP ? entry.expect.p : undefined }), entry);
    });
  }

  test('of few decimals is read so as a list, too', async () => {
    const x =
      '[[1.54, -0.29, -2.18, 0.57], [-1.08, -1.40, 0.40, 0.84], [-0.72, -0.40, -0.60, 0.18]]';
    const y =
      'tensor([[3.08, -0.00, -4.36, 1.14], [-2.17, -2.80, 0.00, 0.00], [-1.44, -0.00, -1.19, 0.00]])';
    const { p, known } = await identify({ input: x, output: y, seeds: [0] });
    assert.deepEqual([p, known], [0.5, 12]);
    const bare = await identify({ input: x, output: y.slice(7, -1), seeds: [0] });
    assert.deepEqual([bare.p, bare.known], [0.5, 12]);
    const numbers = JSON.parse(y.slice(7, -1).replaceAll('-0.00', '-0'));
    const given = await identify({ input: JSON.parse(x), output: numbers, seeds: [0] });
    assert.deepEqual([given.p, given.known], [0.5, 12]);
  });

  test('whose roundings do not explain it is refused', async () => {
    const refused = (input, output, message) =>
      assert.rejects(identify({ input, output, seeds: [0] }), { message });
    await refused('tensor([1.54, 2.18])', 'tensor([3.08, 4.42])', /^no p gives this output/);
    await refused('[1, 2, 3, 4]', '[2, 5, 6, 8]', /^no p gives this output: at \[1\]/);
    // 0.1 is anything from 0.05 to 0.15.
    await refused('tensor([0.1, 0.2])', 'tensor([0.2, 0.0])', /^p may be anything from/);
  });
});

describe('a mask, and what is not scaled', () => {
  for (const entry of of('mask')) {
    test(`${entry.id} is found with its p`, async () => {
      only(await search(entry), entry);
    });
    test(`${entry.id} does not tell p`, async () => {
      await assert.rejects(search({ ...entry, p: undefined }), /so p must be given/);
    });
  }
});

describe('dropout by hand', () => {
  for (const entry of of('hand')) {
    test(`${entry.id} is found and named`, async () => {
      const { short, seed, expect } = entry;
      // Half of 16 elements tell: 0 tells nothing.
      const seeds = short ? { seeds: { from: 0, to: 20 } } : {};
      const form = expect.form === 'bernoulli' ? 'layer' : expect.form;
      const match = only(await search(entry, seeds), { ...entry, expect: { ...expect, form } });
      assert.equal(match.seed, seed);
      const isDefault = form === 'layer' || (form === 'rand<keep' && entry.engine !== 'torch-cpu');
      assert.equal(match.options?.form, isDefault ? undefined : form);
    });
  }

  test('is looked for in the engine that is named with its form alone', async () => {
    const entry = of('hand').find(({ id }) => id === 'hand/d2l');
    const engines = [{ engine: 'torch-cpu-mkl', options: { form: 'rand>p' } }];
    const { matches, engines: reports } = await search(entry, { engines });
    assert.equal(matches[0].engine, 'torch-cpu-mkl');
    assert.ok(reports[0].ways.every(({ form }) => form === 'rand>p'));
  });
});
