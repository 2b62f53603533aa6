// The NumPy programs that the page writes, run by NumPy.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { describe, test } from 'node:test';
import { pythonWithNumpy } from '../../../scripts/python.mjs';
import { largeProgramOf, type Program } from '../../../web/experiment/programs/program.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../web/experiment/settings.ts';
import { altered, core, PRECISE, program, programOrError, SPECIAL } from './programs.ts';

// Programs by programs, since to start Python and NumPy takes longer than they do.
const DRIVER = `
import contextlib, io, json, sys, traceback
failures = []
for text in json.load(sys.stdin):
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            exec(compile(text, 'program', 'exec'), {'__name__': '__main__'})
        failures.append('')
    except Exception:
        failures.append(traceback.format_exc(limit=-1))
print(json.dumps(failures))
`;

/** What Python says of each: nothing if it ran to its end. */
function failuresInPython(programs: readonly string[]): string[] {
  const { stdout, stderr } = spawnSync(
    pythonWithNumpy() as string,
    ['-W', 'ignore::RuntimeWarning', '-c', DRIVER],
    { input: JSON.stringify(programs), encoding: 'utf8' },
  );
  if (!stdout) throw new Error(stderr);
  return JSON.parse(stdout);
}

const CUBE = '[[[1, -2], [3, 4]], [[-5, 6], [7, -8]]]';

describe('a NumPy program', () => {
  const inputs: Partial<Settings>[] = [
    {},
    ...['0', '1', '0.1', '0.3', '0.9', '1e-7', '0.3333333333333333'].map((p) => ({
      p,
      input: '[[1, 2, -3], [-4, 0.1, 1e20]]',
    })),
    { input: SPECIAL, p: '0.3' },
    { input: SPECIAL, p: '0.3', call: '2', inplace: 'true' },
    { input: PRECISE, p: '0.3' },
    { input: CUBE, call: '3' },
    { input: CUBE, call: '3', inplace: 'true', p: '0.1' },
    { input: '3', p: '0.9', seed: '1' },
    { input: '-9', p: '1e-7', seed: '4294967295', call: '2' },
    { input: 'np.ones((6, 6))', seed: '123' },
    { input: 'np.ones((2, 3), dtype=np.float32)', p: '0.2' },
    { input: 'torch.full((2, 3), -1.5)', p: '0.7' },
    { input: 'np.arange(12).reshape(3, 4).astype(np.float32)', p: '0.25' },
    { input: 'np.ones((25, 20))', p: '0.3' },
    { input: 'torch.full((25, 20), nan)', p: '0.3' },
    { input: 'tensor([], size=(0, 3))' },
    { input: CUBE, skip: '7', earlier: '0, 0.3' },
    { input: CUBE, skip: '0, 5', reseed: '9', call: '2' },
  ];
  const drawn = {
    numpy: [
      'np.random.rand(2, 3)',
      '2 * np.random.rand(4) - 1',
      'np.random.randn(3, 5)',
      'np.random.uniform(-1, 1, size=(2, 3))',
      'np.random.normal(0.5, 2, (2, 3))',
    ],
    'numpy-pcg64': [
      'rng.random((2, 3))',
      '1 - rng.random(4)',
      'rng.random((25, 20))',
      'rng.uniform(-1, 1, (2, 3))',
    ],
    'numpy,form=rand>p': ['np.random.rand(2, 3)'],
    'numpy,form=binomial': [],
    'numpy-pcg64,form=rand>p': ['rng.random((2, 3))'],
    'numpy-pcg64,form=binomial': [],
  };

  for (const [engine, makers] of Object.entries(drawn)) {
    test(`of ${engine} holds, and fails if a digit of its output is another`, () => {
      const programs = [...inputs, ...makers.map((input) => ({ input, p: '0.3' }))].map((changes) =>
        program('NumPy', { ...changes, engine }),
      );
      assert.deepEqual(failuresInPython(programs).filter(Boolean), []);
      for (const [i, failure] of failuresInPython(programs.map(altered)).entries()) {
        assert.match(failure, /AssertionError/, programs[i]);
      }
    });
  }

  test('of an experiment with another engine asserts what NumPy draws', () => {
    const programs = [{}, { input: 'torch.rand(30, 30)' }, { engine: 'jax', p: '0.3' }].map(
      (changes) => program('NumPy', changes),
    );
    assert.deepEqual(failuresInPython(programs).filter(Boolean), []);
  });

  test('of a large tensor runs, and asserts nothing', () => {
    const settings = { ...DEFAULT_SETTINGS, engine: 'numpy', input: 'np.random.rand(300, 300)' };
    const large = largeProgramOf(core, 'NumPy', settings) as Program;
    assert.equal(large.asserts, false);
    assert.doesNotMatch(large.text, /assert|zlib/);
    assert.deepEqual(failuresInPython([large.text]), ['']);
    // So many normals have last bits that depend on the machine.
    const normals = { engine: 'numpy', input: 'np.random.randn(70, 70)' };
    assert.equal((programOrError('NumPy', normals) as Program).asserts, false);
  });
});
