// Keys of JAX, as programs make them and as text: the words and the masks of a second implementation
// (tests/fixtures/jax-keys.json), and what is no key.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { load, parseSeed } from 'dropout-playground';
import { readCases } from './fixtures.mjs';

const { jax, ones, Generator, Dropout } = await load();
const { key, PRNGKey, split, foldIn, wrapKeyData, keyData } = jax.random;

const ENGINES = {
  jax: ['jax', 0],
  'flax-linen': ['flax-linen', 0],
  'flax-nnx': ['flax-nnx', 0],
  'flax-nnx after an nnx.Linear': ['flax-nnx', 2],
};

/** Which of 16 ones are kept with p = 0.5. */
function keptOf(engine, seed, { partitionable = true, skipped = 0 } = {}) {
  const generator = new Generator(engine, { partitionable }).manualSeed(seed);
  if (skipped > 0) generator.skip(skipped);
  const y = new Dropout(0.5, { generator })(ones([16]));
  return Array.from(y.toTypedArray(), (value) => (value === 0 ? '0' : '1')).join('');
}

describe('a key as text', () => {
  const cases = readCases('jax-keys.json');
  assert.equal(cases.length, 54, 'the fixture must not shrink unseen');
  for (const { key: text, partitionable, words, kept } of cases) {
    test(`has the words and the masks of JAX: ${text}, ${partitionable ? '0.5' : '0.4'}`, () => {
      for (const [name, mask] of Object.entries(kept)) {
        const [engine, skipped] = ENGINES[name];
        const seed = parseSeed(text, engine);
        assert.deepEqual([...keyData(seed, { partitionable })], words);
        assert.equal(keptOf(engine, seed, { partitionable, skipped }), mask, name);
        // The text of a key is an expression that makes it.
        assert.equal(
          keptOf(engine, parseSeed(String(seed), engine), { partitionable, skipped }),
          mask,
        );
        assert.equal(keptOf(engine, words, { partitionable, skipped }), mask);
      }
    });
  }

  const wordsOf = (text) => [...keyData(parseSeed(text, 'jax'))];
  const same = {
    'split(key(0))[1]': [
      'jax.random.split(jax.random.key(0))[1]',
      'random.split(random.PRNGKey(0))[1]',
      'jr.split(jr.key(0), 2)[1]',
      'split(key(seed=0), num=2)[-1]',
      ' key = jax . random.split( key( 0 ) , num = 2 ) [ 1 ] '.replace(
        'jax . random',
        'jax.random',
      ),
      "split(key(0, impl='threefry2x32'))[1]",
      'split(PRNGKey(0),)[1]',
      'split([0, 0])[1]',
      'split(jax.random.wrap_key_data(jnp.array([0, 0], dtype=jnp.uint32)))[1]',
      'jax.random.split(\n    jax.random.key(0)\n)[1]',
      'jax.random.clone(split(key(0))[1])',
      'key_data(split(key(0))[1])',
      'Array([928981903, 3453687069], dtype=uint32)',
      '[ 928981903 3453687069]',
      'Array((), dtype=key<fry>) overlaying:\n[ 928981903 3453687069]',
      '(928981903, 3453687069)',
      'fold_in(key(0), 1)',
      'jax.random.fold_in(key=jax.random.key(0), data=1)',
      'fold_in(key(0), 4294967297)',
    ],
    'split(key(0), (2, 3))[1, 2]': [
      'split(key(0), (2, 3))[1][2]',
      'split(key(0), 6)[5]',
      'split(key(0), (2, 3))[-1, -1]',
    ],
    'key(-1)': [
      '[0, 4294967295]',
      'PRNGKey(4294967295)',
      'key(0xffffffff)'.replace('0xffffffff', '4_294_967_295'),
    ],
  };
  for (const [text, others] of Object.entries(same)) {
    test(`is the same in any spelling: ${text}`, () => {
      for (const other of others) assert.deepEqual(wordsOf(other), wordsOf(text), other);
    });
  }

  const wrong = [
    ['split(key(0))', 'split gives 2 keys: say which, as in split(key(0))[0]'],
    ['split(key(0), 5)', 'split gives 5 keys: say which, as in split(key(0))[0]'],
    ['split(key(0), (2, 3))[1]', 'split gives 3 keys: say which, as in split(key(0))[0]'],
    ['split(key(0))[2]', 'split gives the keys 0 to 1, but not [2]'],
    ['split(key(0))[-3]', 'split gives the keys 0 to 1, but not [-3]'],
    ['split(key(0), 0)[0]', 'num of split is a whole number from 1 to 2147483647, but got 0'],
    ['split(0)[1]', "unexpected PRNG key type <class 'int'>"],
    ['fold_in(7, 1)', "unexpected PRNG key type <class 'int'>"],
    [
      'key(99999999999999999999)',
      'Python int too large to convert to C long: 99999999999999999999',
    ],
    ['[1, 2, 3]', 'a key has two words from 0 to 2^32 - 1, but got [1, 2, 3]'],
    ['[-1, 2]', 'a key has two words from 0 to 2^32 - 1, but got [-1, 2]'],
    ['[0, 4294967296]', 'a key has two words from 0 to 2^32 - 1, but got [0, 4294967296]'],
    ["key(0, impl='rbg')", "keys of 'rbg' are not reproduced, only threefry2x32"],
    ['split(key(0)', /^expected a key of JAX, such as split\(key\(0\)\)\[1\] .*, but found ''$/],
    ['uniform(key(0))', /, but found 'uniform'$/],
    ['split(key(0))[1] + 1', /, but found '\+ 1'$/],
    ['split(key(0))[x]', /, but found 'x'$/],
    ['key()', /, but found ''$/],
    ['key(1.5)', /, but found '\.5\)'$/],
    ['[]', 'a key has two words from 0 to 2^32 - 1, but got []'],
  ];
  for (const [text, message] of wrong) {
    test(`is refused where it is none: ${text}`, () => {
      assert.throws(
        () => parseSeed(text, 'jax'),
        (error) => {
          assert.equal(error.code, 'seed');
          if (typeof message === 'string') assert.equal(error.message, message);
          else assert.match(error.message, message);
          return true;
        },
      );
    });
  }

  test('is for JAX and Flax alone, and their seeds are read as before', () => {
    for (const engine of ['torch-cpu', 'numpy', 'numpy-pcg64', 'fast']) {
      assert.throws(() => parseSeed('split(key(0))[1]', engine), /invalid literal for int\(\)/);
    }
    assert.equal(parseSeed('42', 'jax'), 42n);
    assert.equal(parseSeed(' -1_0 ', 'flax-nnx'), -10n);
    assert.throws(() => parseSeed('forty-two', 'jax'), /invalid literal for int\(\)/);
  });
});

describe('jax.random', () => {
  test('makes keys by the names of JAX', () => {
    const [first, second] = split(key(0));
    assert.deepEqual([...keyData(second)], [928981903, 3453687069]);
    assert.deepEqual(
      [...keyData(split(PRNGKey(0), 3)[2])],
      [...keyData(parseSeed('split(key(0), 3)[2]', 'jax'))],
    );
    assert.deepEqual([...keyData(foldIn(first, 7n))], [...keyData(foldIn(first, 7))]);
    assert.deepEqual([...keyData(wrapKeyData(keyData(second)))], [...keyData(second)]);
    assert.equal(split(key(0), 1000).length, 1000);
  });

  test('gives keys that say how they are made', () => {
    assert.equal(String(split(key(0))[1]), 'jax.random.split(jax.random.key(0))[1]');
    assert.equal(
      String(foldIn(split(PRNGKey(7n), 3)[2], 5)),
      'jax.random.fold_in(jax.random.split(jax.random.PRNGKey(7), 3)[2], 5)',
    );
    assert.equal(String(wrapKeyData([0, 42])), 'jax.random.wrap_key_data([0, 42])');
  });

  test('depends on the layout of the generator, not of the key', () => {
    const [, second] = split(key(42));
    assert.deepEqual([...keyData(second)], [64467757, 2916123636]);
    assert.deepEqual([...keyData(second, { partitionable: false })], [255383827, 267815257]);
    assert.equal(keptOf('jax', second), '0011111111110001');
    assert.equal(keptOf('jax', second, { partitionable: false }), '0011111011010010');
  });

  test('refuses what JAX refuses', () => {
    for (const [act, message] of [
      [() => key(1.5), 'PRNG key seed must be an integer; got 1.5'],
      [() => key('0'), 'PRNG key seed must be an integer; got 0'],
      [() => split(0), "unexpected PRNG key type <class 'int'>"],
      [() => split(key(0), 0), 'num of split is a whole number from 1 to 2147483647, but got 0'],
      [() => foldIn(key(0), 0.5), 'the data of fold_in must be a whole number, not 0.5'],
      [() => foldIn([0, 1], 0), "unexpected PRNG key type <class 'list'>"],
      [() => wrapKeyData([1]), 'a key has two words from 0 to 2^32 - 1, but got [1]'],
      [() => keyData('key(0)'), 'PRNG key seed must be an integer; got key(0)'],
      [
        () => new Generator('jax').manualSeed('key(0)'),
        'PRNG key seed must be an integer; got key(0)',
      ],
      [
        () => new Generator('torch-cpu').manualSeed(key(0)),
        'manual_seed expected a long, but got Key',
      ],
      [
        () => new Generator('numpy').manualSeed(key(0)),
        'np.random.seed expected an integer, but got Key',
      ],
      [
        () => new Generator('torch-cpu').manualSeed([0, 1]),
        'manual_seed expected a long, but got list',
      ],
    ]) {
      assert.throws(act, (error) => {
        assert.equal(error.message, message);
        assert.equal(error.code, 'seed');
        return true;
      });
    }
  });
});
