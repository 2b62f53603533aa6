// An interpreter that starts from the memory of an earlier one is like any other, and draws other numbers.
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { Interpreter } from '../../web/python/interpreter.ts';
import type { SnapshotStore } from '../../web/python/memory-snapshot.ts';
import { startInterpreter } from './start-interpreter.ts';

const store: SnapshotStore & { kept: Uint8Array[] } = {
  kept: [],
  read: async () => store.kept.at(-1),
  keep: async (snapshot) => {
    store.kept.push(snapshot);
  },
};

function printed(interpreter: Interpreter, source: string) {
  let text = '';
  const take = (bytes: Uint8Array) => {
    text += Buffer.from(bytes);
  };
  interpreter.run({ source, filename: 'program.py' }, { stdout: take, stderr: take });
  return text;
}

describe('a start from a snapshot', () => {
  let interpreters: Interpreter[];
  before(async () => {
    const first = await startInterpreter({ snapshots: store });
    interpreters = [
      first,
      await startInterpreter({ snapshots: store }),
      await startInterpreter({ snapshots: store }),
    ];
  });

  test('is made once', () => {
    assert.equal(store.kept.length, 1);
  });

  for (const draw of [
    'import random\nprint(random.random())',
    'import os\nprint(os.urandom(8).hex())',
    'import numpy as np\nprint(np.random.rand())',
    'import torch\nprint(torch.rand(2, dtype=torch.float64).tolist())',
    'import torch\nprint(torch.initial_seed())',
  ]) {
    test(`${JSON.stringify(draw)} differs from start to start`, () => {
      const told = interpreters.map((interpreter) => printed(interpreter, draw));
      for (const one of told) assert.doesNotMatch(one, /Error/);
      assert.equal(new Set(told).size, told.length);
    });
  }

  test('prints and fails as any other', () => {
    const source =
      'import random, json, dataclasses\nrandom.seed(42)\nprint(random.random(), json.dumps([1]))\ntry:\n    input()\nexcept EOFError as error:\n    print(error)\n1 / 0';
    const [first, ...others] = interpreters.map((interpreter) => printed(interpreter, source));
    assert.match(
      first ?? '',
      /^0\.6394267984578837 \[1\]\n.*ZeroDivisionError: division by zero\n$/s,
    );
    for (const other of others) assert.equal(other, first);
  });
});

test('a damaged snapshot is made anew', async () => {
  store.kept = [new Uint8Array(100)];
  const interpreter = await startInterpreter({ snapshots: store });
  assert.equal(printed(interpreter, 'print(1)'), '1\n');
  assert.equal(store.kept.length, 2);
});
