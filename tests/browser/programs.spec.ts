// The programs that the page writes, run: by NumPy, by Node on the package, and, for what does not run
// here, against what PyTorch and Flax were seen to give.
import { execFile, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { pythonWithNumpy } from '../../scripts/python.mjs';
import type { Playground } from '../../web/core/index.ts';
import { load } from '../../web/core/node.ts';
import { isResult, run } from '../../web/experiment/experiment.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../web/experiment/settings.ts';
import {
  type Framework,
  largeProgramOf,
  type Program,
  programOf,
} from '../../web/experiment/programs/program.ts';
import { expect, test } from './playground-page.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const fixture = (name: string) =>
  JSON.parse(readFileSync(new URL(`../fixtures/${name}`, import.meta.url), 'utf8'));

let core: Playground;
test.beforeAll(async () => {
  core = await load();
});

function programOrError(framework: Framework, changes: Partial<Settings>): Program | Error {
  const result = run(core, { ...DEFAULT_SETTINGS, ...changes });
  if (!isResult(result)) throw Object.values(result)[0];
  return programOf(core, framework, result);
}

function program(framework: Framework, changes: Partial<Settings>): string {
  const written = programOrError(framework, changes);
  if (written instanceof Error) throw written;
  return written.text;
}

/** With another digit in its expected output: it must fail. */
function altered(text: string): string {
  const other = (digit: string) => (digit === '1' ? '2' : '1');
  const from = text.lastIndexOf('expected = ');
  if (from < 0) return text.replace(/(?<=0x[\da-f]{7})[\da-f]/, other);
  const literal = text.slice(from).replace(/\n(?:assert|torch\.testing)[\s\S]*/, '');
  const [last] = Array.from(literal.matchAll(/(?<![\w.])\d[\d.]*(?:e[-+]?\d+)?/g)).slice(-1);
  const at = from + (last?.index as number);
  return text.slice(0, at) + other(text[at] as string) + text.slice(at + 1);
}

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

const SPECIAL = '[[nan, inf, -inf], [-0.0, 0, -1.5]]';
const CUBE = '[[[1, -2], [3, 4]], [[-5, 6], [7, -8]]]';
const PRECISE = 'tensor([0.1, -0.2, 1e300, 5e-324], dtype=torch.float64)';

test.describe('a NumPy program', { tag: '@once' }, () => {
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
  ];
  const drawn = {
    numpy: ['np.random.rand(2, 3)', '2 * np.random.rand(4) - 1', 'np.random.randn(3, 5)'],
    'numpy-pcg64': ['rng.random((2, 3))', '1 - rng.random(4)', 'rng.random((25, 20))'],
  };

  for (const [engine, makers] of Object.entries(drawn)) {
    test(`of ${engine} holds, and fails if a digit of its output is another`, () => {
      const programs = [...inputs, ...makers.map((input) => ({ input, p: '0.3' }))].map((changes) =>
        program('NumPy', { ...changes, engine }),
      );
      expect(failuresInPython(programs).filter(Boolean)).toEqual([]);
      for (const [i, failure] of failuresInPython(programs.map(altered)).entries()) {
        expect(failure, programs[i]).toContain('AssertionError');
      }
    });
  }

  test('of an experiment with another engine asserts what NumPy draws', () => {
    const programs = [{}, { input: 'torch.rand(30, 30)' }, { engine: 'jax', p: '0.3' }].map(
      (changes) => program('NumPy', changes),
    );
    expect(failuresInPython(programs).filter(Boolean)).toEqual([]);
  });

  test('of a large tensor runs, and asserts nothing', () => {
    const settings = { ...DEFAULT_SETTINGS, engine: 'numpy', input: 'np.random.rand(300, 300)' };
    const large = largeProgramOf(core, 'NumPy', settings) as Program;
    expect(large.asserts).toBe(false);
    expect(large.text).not.toMatch(/assert|zlib/);
    expect(failuresInPython([large.text])).toEqual(['']);
    // So many normals have last bits that depend on the machine.
    const normals = { engine: 'numpy', input: 'np.random.randn(70, 70)' };
    expect(programOrError('NumPy', normals)).toMatchObject({ asserts: false });
  });
});

test.describe('a JavaScript program', { tag: '@once' }, () => {
  const settings: Partial<Settings>[] = [
    {},
    { input: SPECIAL, p: '0.3' },
    { input: PRECISE, p: '0.3', call: '2', inplace: 'true' },
    { input: 'torch.rand(2, 3, 2, 2)', layer: 'Dropout2d', seed: '-1' },
    { input: 'torch.rand(30, 30)', seed: '18446744073709551615' },
    { input: 'torch.full((30, 30), nan)', p: '0.3' },
    { input: '[[1, 2], [-3, 4]]', layer: 'AlphaDropout', engine: 'torch-cpu-mkl' },
    { input: '[1, 2, 3, 4]', engine: 'torch-cuda,gpu=A100' },
    { input: '[1, 2, 3, 4]', engine: 'jax,partitionable=false', call: '3' },
    { input: '[1, 2, 3, 4]', engine: 'flax-linen,path=Block_0/Dropout_0' },
    { input: '[1, 2, 3, 4]', engine: 'tfjs', seed: 'a "\'\\\u2028 \u202e b', p: '0.3' },
    { input: 'rng.random((2, 3))', engine: 'numpy-pcg64', seed: '36893488147419103232' },
    { input: '[1, 2, 3, 4]', engine: 'fast', p: '0.1' },
  ];

  const inNode = async (text: string) => {
    const command = ['--input-type=module', '--eval', text];
    const { stdout } = await promisify(execFile)(process.execPath, command, { cwd: ROOT });
    return stdout;
  };

  for (const changes of settings) {
    const title = JSON.stringify(changes);
    test(`holds, prints its output, and fails if a digit of that is another: ${title}`, async () => {
      const text = program('JavaScript', changes);
      const result = run(core, { ...DEFAULT_SETTINGS, ...changes });
      expect(await inNode(text)).toBe(isResult(result) && `${result.train.printed}\n`);
      const failure = await inNode(altered(text)).catch((error: Error) => error);
      expect(String(failure)).toContain('AssertionError');
    });
  }
});

test.describe('a PyTorch program', { tag: '@once' }, () => {
  const { programs } = fixture('pytorch-programs.json') as {
    programs: { settings: Partial<Settings>; program: string[] }[];
  };
  for (const { settings, program: lines } of programs) {
    test(`is one that PyTorch was seen to run: ${JSON.stringify(settings)}`, () => {
      expect(program('PyTorch', settings).trimEnd().split('\n')).toEqual(lines);
    });
  }

  test('writes down what the last bits of depend on the machine, and asserts no more', () => {
    for (const input of ['torch.randn(4, 4)', 'torch.randn(3, dtype=torch.float64)']) {
      const [draw, x] = program('PyTorch', { input })
        .split('\n')
        .filter((line) => /^(?:torch\.randn|x = )/.test(line));
      expect([draw, x?.slice(0, 16)]).toEqual([input, 'x = torch.tensor']);
    }
    expect(program('PyTorch', { input: 'torch.randn(3, 5)' })).toContain(
      '\nx = torch.randn(3, 5)\n',
    );
    const input = 'torch.randn(100, 100)';
    expect(programOrError('PyTorch', { input })).toMatchObject({ asserts: false });
  });

  test('is in English, whatever is in its settings is one line of a comment', () => {
    const engine = 'flax-linen,path=A\u2028import os\u0000';
    expect(program('JavaScript', { engine })).toContain('// Flax linen, path=A import os \n');
  });
});

interface FlaxCase {
  id: string;
  seed: number;
  rate: number;
  shape: number[];
  partitionable: boolean;
  x: string[];
  y: string[];
}

test.describe('a Flax program', { tag: '@once' }, () => {
  const ENGINES: Record<string, [engine: string, line: (seed: number, rate: number) => string]> = {
    'linen-top': [
      'flax-linen',
      (seed) => `y = drop.apply({}, x, rngs={'dropout': jax.random.key(${seed})})`,
    ],
    'linen-sub': [
      'flax-linen,path=Dropout_0',
      (_, rate) => `return nn.Dropout(rate=${rate}, deterministic=False, name='Dropout_0')(x)`,
    ],
    'nnx-new': [
      'flax-nnx',
      (seed, rate) => `drop = nnx.Dropout(rate=${rate}, rngs=nnx.Rngs(${seed}))`,
    ],
    'nnx-old': [
      'flax-nnx,version=0.10',
      (seed, rate) => `drop = nnx.Dropout(rate=${rate}, rngs=nnx.Rngs(${seed}))`,
    ],
    'explicit-key': ['jax', (seed) => `key = jax.random.key(${seed})`],
  };
  const kinds = Object.entries(ENGINES);

  const numbers = (words: readonly string[]) =>
    new Float32Array(Uint32Array.from(words, (word) => Number.parseInt(word, 16)).buffer);

  /** The numbers that a line of the program gives to a name. */
  function literal(text: string, name: string): number[] {
    const [, list = ''] = new RegExp(`^${name} = jnp\\.array\\(([^)]*)\\)$`, 'm').exec(text) ?? [];
    return Array.from(list.matchAll(/-?[\d.]+(?:e[-+]?\d+)?/g), ([number]) =>
      Math.fround(Number(number)),
    );
  }

  for (const { id, seed, rate, shape, partitionable, x, y } of fixture('flax-derived.json')
    .cases as FlaxCase[]) {
    test(`has the numbers and the parameters of ${id}`, () => {
      const [, [name, line]] = kinds.find(([kind]) => id.startsWith(kind)) as (typeof kinds)[0];
      const engine = partitionable ? name : `${name},partitionable=false`;
      const input = core.tensor(numbers(x), { shape });
      const text = program('Flax', {
        engine,
        seed: String(seed),
        p: String(rate),
        input: `tensor(${JSON.stringify(input.toArray(), (_, v) => (Object.is(v, -0) ? '-0.' : v))})`,
      });
      expect(literal(text, 'x')).toEqual([...numbers(x)]);
      expect(literal(text, 'expected')).toEqual([...numbers(y)]);
      expect(text).toContain(line(seed, rate));
      expect(text).toContain(`rate=${rate}`);
      expect(text.includes("'jax_threefry_partitionable', False)")).toBe(!partitionable);
    });
  }

  test('is refused where Flax has no such layer or dtype', () => {
    const reasons = [{ layer: 'AlphaDropout' }, { input: PRECISE }].map((changes) =>
      String(programOrError('Flax', changes)),
    );
    expect(reasons).toEqual([
      'RangeError: flax-nnx has no AlphaDropout, only Dropout',
      'RangeError: flax-nnx has no float64 as it comes; use float32',
    ]);
  });
});
