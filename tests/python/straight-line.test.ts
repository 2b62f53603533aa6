// Programs of a layer are answered before Python is there: each that is known prints, character by character and line by
// line, what Python prints.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { before, describe, test } from 'node:test';
import { load } from '../../web/core/node.ts';
import { foresee } from '../../web/program/straight-line.ts';
import type { Answer, Interpreter } from '../../web/python/interpreter.ts';
import {
  ON_THE_CPU,
  PROGRAM_ENGINES,
  type ProgramEngine,
} from '../../web/python/program-engines.ts';
import { EXAMPLE } from '../../web/site/example-program.ts';
import { POSTED_CODE } from './posted-code.ts';
import { startInterpreter } from './start-interpreter.ts';

let interpreter: Interpreter;
const core = await load();
before(async () => {
  interpreter = await startInterpreter();
});

const SEED = 77;

const beside = (answers: readonly Answer[]) =>
  answers.map(({ endLine, kind, text }) => `${endLine} ${kind} ${text}`);

/** Whether it is known; then it is asserted to print what Python prints. */
function isTrue(source: string, engine: ProgramEngine = 'torch-cpu'): boolean {
  const found = foresee(core, { source, engine: ON_THE_CPU[engine], seed: SEED });
  if (!found) return false;
  let [stdout, stderr] = ['', ''];
  const answers: Answer[] = [];
  const status = interpreter.run(
    { source, engine, seed: SEED, filename: 'program.py', isFragment: true },
    {
      stdout: (bytes) => {
        stdout += Buffer.from(bytes);
      },
      stderr: (bytes) => {
        stderr += Buffer.from(bytes);
      },
      answer: (answer) => answers.push(answer),
    },
  );
  assert.deepEqual([status, stderr], [0, ''], source);
  assert.equal(found.stdout, stdout, source);
  assert.deepEqual(beside(found.answers), beside(answers), source);
  return true;
}

const files = (folder: string) => {
  const at = new URL(folder, import.meta.url);
  return readdirSync(at)
    .filter((name) => name.endsWith('.py'))
    .map((name) => ({ name, source: readFileSync(new URL(name, at), 'utf8') }));
};

test('no program of the tests is answered in another way than Python answers it', () => {
  const programs = [...files('programs/corpus/'), ...files('programs/own/')].map(
    ({ source }) => source,
  );
  const posted = POSTED_CODE.map(({ code }) => code);
  const known = [...programs, ...posted].filter((source) => isTrue(source));
  assert.ok(programs.length > 100);
  assert.ok(known.length >= 1, `${known.length} are known`);
});

test('the example of the page is known', () => {
  for (const engine of PROGRAM_ENGINES) assert.ok(isTrue(EXAMPLE, engine));
});

describe('a drawn program', () => {
  // Marsaglia's xorshift32: the same programs each time.
  let state = 20261201;
  const below = (count: number) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % count;
  };
  const one = <Choice>(choices: readonly Choice[]): Choice =>
    choices[below(choices.length)] as Choice;

  const number = () =>
    one(['1.', '-2.5', '0.', '3.25', '1e-3', '100.', '.5', '7', '-0.0', '12345.678']);
  const list = (shape: readonly number[]): string =>
    shape.length === 0
      ? number()
      : `[${Array.from({ length: shape[0] ?? 0 }, () => list(shape.slice(1))).join(one([', ', ',', ' , ']))}]`;
  const p = () => one(['0.5', '0.1', '.25', '0', '1', '0.', '1.', '0.75', '0.30']);
  const layerOf = () => {
    const name = one([
      'Dropout',
      'Dropout',
      'Dropout',
      'AlphaDropout',
      'FeatureAlphaDropout',
      'Dropout1d',
      'Dropout2d',
    ]);
    const inplace = one(['', '', ', inplace=True', ', inplace=False', ', True']);
    return one([
      `nn.${name}(${p()}${inplace})`,
      `torch.nn.${name}(p=${p()}${inplace.replace(', True', '')})`,
      `nn.${name}()`,
    ]);
  };
  const tensorOf = () => {
    const shape = Array.from({ length: 1 + below(4) }, () => 1 + below(3));
    return one([
      () => `torch.tensor(${list(shape)})`,
      () => `torch.ones(${shape.join(', ')})`,
      () => `torch.zeros((${shape.join(', ')},))`,
      () => `torch.ones([${shape.join(', ')}])`,
    ])();
  };
  const use = () =>
    one([
      'drop(x)',
      'drop(drop(x))',
      'F.dropout(x, 0.3)',
      'F.dropout(x, p=0.5, training=False)',
      'F.dropout(input=x, inplace=True)',
      'drop.eval()(x)',
      'drop.train(False)(x)',
      '(drop(x))',
      'x',
    ]);
  const statement = () =>
    one([
      () => `torch.manual_seed(${one([0, 1, 42, 123, 2147483647])})`,
      () => `print(${use()})`,
      () => `print("out:", ${use()}, drop)  # tensor([1.])`,
      () => `print(\n    ${use()},\n    x.shape, drop.p, drop.training,\n)`,
      () => `y = ${use()}`,
      () => 'drop.eval()',
      () => 'drop.train()',
      () => `x = ${tensorOf()}`,
      () => `drop = ${layerOf()}`,
      () => `${use()}`,
      () => '# a comment\n',
      () => "print('train', 0.5, 3, True)",
    ])();
  const program = () => {
    const imports = one([
      'import torch\nimport torch.nn as nn\nimport torch.nn.functional as F\n',
      'import torch, torch.nn as nn\nfrom torch.nn import functional as F\n',
      'import torch\nfrom torch import nn\n',
      '',
    ]);
    const body = Array.from({ length: 2 + below(6) }, statement);
    return `${imports}x = ${tensorOf()}\ndrop = ${layerOf()}\n${body.join('\n')}`;
  };

  test('is answered as Python answers it, on each machine', () => {
    let known = 0;
    for (let i = 0; i < 400; ++i) if (isTrue(program(), one(PROGRAM_ENGINES))) ++known;
    assert.ok(known > 120, `${known} of 400 are known`);
  });
});

describe('what is not known here', () => {
  const others = [
    'for i in range(2): print(i)',
    'import torch\nprint(torch.rand(2))',
    'import torch\nprint(torch.tensor([1, 2]))',
    'import torch\nx = torch.ones(2)\nprint(x + 1)',
    'import torch.nn as nn\nprint(nn.Dropout(1.5))',
    'import torch\nprint(torch.ones(2), sep="")',
    'import numpy as np\nprint(1)',
    'import torch\ntorch.manual_seed(1)',
    'x = 1\nif x: print(x)',
    'print(f"{1}")',
    'print("a\\n")',
    'print = 2\nprint(1)',
    'print(1',
    'import torch\nwith torch.no_grad():\n    print(torch.ones(1))',
    'import torch.nn as nn\ndrop = nn.Dropout(0.5, p=0.2)',
    'import torch.nn as nn\nprint(nn.Dropout(1e-7))',
    '"a"',
  ];
  for (const source of others) {
    test(`${JSON.stringify(source)} waits for Python`, () => {
      assert.equal(foresee(core, { source, engine: 'torch-cpu', seed: 1 }), null);
    });
  }
});
