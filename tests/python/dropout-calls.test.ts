// The dropout calls of a program, which figures show: where they are, and that a figure draws what the program drew.
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { load } from '../../web/core/node.ts';
import { isResult, run as runExperiment } from '../../web/experiment/experiment.ts';
import { callSettings } from '../../web/program/call-settings.ts';
import { type DropoutCall, readCall } from '../../web/python/dropout-call.ts';
import type { Interpreter } from '../../web/python/interpreter.ts';
import type { ProgramEngine } from '../../web/python/program-engines.ts';
import { startInterpreter } from './start-interpreter.ts';

let interpreter: Interpreter;
const core = await load();
before(async () => {
  interpreter = await startInterpreter();
});

function callsOf(source: string, engine: ProgramEngine = 'torch-cpu', seed?: number) {
  const calls: DropoutCall[] = [];
  let errors = '';
  interpreter.run(
    { source, filename: 'program.py', engine, ...(seed !== undefined && { seed }) },
    {
      stdout() {},
      stderr: (bytes) => {
        errors += Buffer.from(bytes);
      },
      answer() {},
      call: (text) => calls.push(readCall(text) ?? assert.fail(text)),
    },
  );
  assert.equal(errors, '');
  return calls;
}

/** What a figure of the call shows as its output, and what the program's call returned. */
function bothOutputs(call: DropoutCall, engine: ProgramEngine) {
  const shown = callSettings(call, engine);
  assert.ok(shown.kind === 'settings', JSON.stringify({ shown, call }));
  const outcome = runExperiment(core, shown.settings);
  assert.ok(isResult(outcome), JSON.stringify(outcome));
  assert.deepEqual(Object.keys(outcome.errors), []);
  const numbers = (call.output ?? '').replace(/torch\.tensor\((.*), dtype.*\)/, '$1');
  const returned = JSON.parse(numbers.replace(/\b(?:nan|inf)\b/g, 'null')).flat(9);
  return { figure: [...(outcome.train.cells?.values ?? [])].map(Number), returned };
}

const NETWORK = `
import torch, torch.nn as nn, torch.nn.functional as F
torch.manual_seed(7)
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(5, 8)
        self.drop = nn.Dropout(0.3)
    def forward(self, x):
        return F.dropout(self.drop(self.fc(x)), 0.2, self.training)
net = Net()
for i in range(3):
    net(torch.randn(2, 5))
model = nn.Sequential(nn.Linear(3, 30), nn.Dropout(0.1))
model(torch.rand(4, 3))
net.eval()(torch.rand(2, 5))
`;

test('direct or inside a module, they are told by line, with where the program itself called', () => {
  const places = callsOf(NETWORK).map(({ line, outerLine, layer, p, training }) =>
    [line, outerLine, layer, p, training].join(' '),
  );
  const forward = ['10 13 Dropout 0.3 true', '10 13 Dropout 0.2 true'];
  assert.deepEqual(places, [
    ...[...forward, ...forward, ...forward],
    '15 15 Dropout 0.1 true',
    ...['10 16 Dropout 0.3 false', '10 16 Dropout 0.2 false'],
  ]);
});

describe('a figure draws what the program drew', () => {
  const programs: Record<string, string> = {
    'inside a network, behind weights and inputs': NETWORK,
    'far behind its seed':
      'import torch\ntorch.manual_seed(3)\ntorch.rand(5000)\ntorch.nn.functional.dropout(torch.arange(9.), 0.5)',
    'behind normal numbers of an odd count':
      'import torch\ntorch.manual_seed(3)\ntorch.randn(3)\ntorch.nn.Dropout(0.5)(torch.randn(20))',
    'with a large seed':
      'import torch\ntorch.manual_seed(2**63 + 5)\ntorch.nn.Dropout(0.5)(torch.ones(8))',
    'seeded again, and back to an earlier seed':
      'import torch\nd = torch.nn.Dropout(0.4)\nfor s in (1, 2, 1):\n  torch.manual_seed(s)\n  torch.rand(s)\n  d(torch.ones(20))',
    'of whole channels':
      'import torch, torch.nn as nn\ntorch.manual_seed(1)\nnn.Dropout2d(0.5)(torch.rand(2, 3, 2, 2))\nnn.Dropout1d(0.5)(torch.rand(2, 4, 3))\nnn.Dropout3d(0.5)(torch.rand(1, 4, 2, 1, 2))',
    'of alpha dropout':
      'import torch, torch.nn as nn\ntorch.manual_seed(1)\nnn.AlphaDropout(0.2)(torch.randn(3, 4))\nnn.FeatureAlphaDropout(0.5)(torch.randn(2, 3, 4))',
    'in place':
      'import torch, torch.nn as nn\ntorch.manual_seed(1)\nx = torch.ones(12)\nnn.Dropout(0.5, inplace=True)(x)\nnn.Dropout(0.5, inplace=True)(x)',
    'between the layers of an LSTM': `import torch, torch.nn as nn
torch.manual_seed(1)
lstm = nn.LSTM(3, 4, num_layers=3, dropout=0.5, batch_first=True)
lstm(torch.randn(2, 3, 3))`,
    'between those of a GRU in both directions, and of an RNN with states': `import torch, torch.nn as nn
torch.manual_seed(1)
nn.GRU(3, 2, num_layers=2, dropout=0.3, bidirectional=True)(torch.randn(4, 2, 3))
nn.RNN(3, 4, num_layers=2, dropout=0.3)(torch.randn(4, 3), torch.ones(2, 4))`,
    'of a packed sequence': `import torch, torch.nn as nn
torch.manual_seed(1)
packed = nn.utils.rnn.pack_padded_sequence(torch.randn(4, 2, 3), [4, 2])
nn.LSTM(3, 4, num_layers=2, dropout=0.5)(packed)`,
    'of attention': `import torch, torch.nn as nn, torch.nn.functional as F
torch.manual_seed(1)
x = torch.randn(2, 3, 4)
nn.MultiheadAttention(4, 2, dropout=0.5, batch_first=True)(x, x, x)
F.scaled_dot_product_attention(x, x, x, dropout_p=0.5)
nn.TransformerEncoderLayer(4, 2, dim_feedforward=6, dropout=0.4)(x)`,
    'of the functions of torch itself': `import torch
torch.manual_seed(1)
x = torch.ones(2, 3)
torch.dropout(x, 0.5, True)
torch.dropout(x, p=0.5, train=True)
torch.dropout_(x, 0.5, train=True)
torch.alpha_dropout(torch.randn(9), 0.2, True)
torch.feature_dropout(torch.ones(2, 4, 3), 0.5, True)`,
    'of float64':
      'import torch, torch.nn as nn\ntorch.manual_seed(1)\nnn.Dropout(0.5)(torch.rand(12, dtype=torch.float64))',
  };
  for (const [what, source] of Object.entries(programs)) {
    for (const engine of ['torch-cpu', 'torch-cpu-mkl', 'torch-cuda'] as const) {
      test(`${what}, on ${engine}`, () => {
        const calls = callsOf(source, engine).filter(({ training }) => training);
        assert.ok(calls.length > 0);
        for (const call of calls) {
          const { figure, returned } = bothOutputs(call, engine);
          assert.deepEqual(figure, returned, JSON.stringify(call));
        }
      });
    }
  }

  test('on a GPU, of the first call', () => {
    const source =
      'import torch\ntorch.manual_seed(42)\nd = torch.nn.Dropout(0.5)\nx = torch.arange(1., 9., device="cuda")\nd(x)\nd(x)';
    const [first, second] = callsOf(source, 'torch-cuda') as [DropoutCall, DropoutCall];
    const { figure, returned } = bothOutputs(first, 'torch-cuda');
    assert.deepEqual(figure, returned);
    assert.equal(callSettings(second, 'torch-cuda').kind, 'state');
  });

  test('of a program without a seed, with the one that it began with', () => {
    const [call] = callsOf('import torch\ntorch.nn.Dropout(0.5)(torch.ones(9))', 'torch-cpu', 99);
    assert.equal(call?.seed, '99');
    const { figure, returned } = bothOutputs(call as DropoutCall, 'torch-cpu');
    assert.deepEqual(figure, returned);
  });
});

test('what no figure can show is told without it', () => {
  const kinds = (source: string) =>
    callsOf(`import torch\ntorch.manual_seed(1)\nd = torch.nn.Dropout()\n${source}`).map(
      (call) => callSettings(call, 'torch-cpu').kind,
    );
  assert.deepEqual(kinds('d(torch.ones(300))\nd(torch.rand(3, 2).t())\nd.eval()(torch.ones(3))'), [
    'tensor',
    'tensor',
    'eval',
  ]);
  const set = 's = torch.get_rng_state()\ntorch.manual_seed(2)\ntorch.rand(4_000_000)\n';
  assert.deepEqual(kinds(`${set}d(torch.ones(3))\ntorch.set_rng_state(s)\nd(torch.ones(3))`), [
    'state',
    'settings',
  ]);
});

test('of a line that calls often, and of a run, the first are told', () => {
  const source = 'import torch\nfor i in range(50): torch.nn.functional.dropout(torch.ones(2))';
  assert.equal(callsOf(source).length, 20);
});

test('nobody hears of them who did not ask, and a program prints the same', () => {
  let written = '';
  const stdout = (bytes: Uint8Array) => {
    written += Buffer.from(bytes);
  };
  const source =
    'import torch\ntorch.manual_seed(0)\nprint(torch.nn.Dropout()(torch.ones(9)))\nprint(torch.rand(2))';
  const program = { source, filename: 'program.py' };
  interpreter.run(program, { stdout, stderr() {} });
  const alone = written;
  written = '';
  interpreter.run(program, { stdout, stderr() {}, answer() {}, call() {} });
  assert.equal(written, alone);
});

test('a forged call is none', () => {
  const [call] = callsOf('import torch\ntorch.nn.Dropout()(torch.ones(2))');
  assert.deepEqual(readCall(JSON.stringify({ ...call, more: 1 })), call);
  for (const forged of ['', 'null', '[]', '{}', JSON.stringify({ ...call, line: '1' })]) {
    assert.equal(readCall(forged), undefined);
  }
});

test('who listens changes nothing of what is printed, or drawn after it', () => {
  const source = `import torch, torch.nn as nn
torch.manual_seed(1)
lstm = nn.LSTM(3, 4, num_layers=3, dropout=0.5, bidirectional=True)
y, (h, c) = lstm(torch.randn(5, 2, 3))
print(y, h, c)
y.sum().backward()
print(lstm.weight_ih_l0.grad, torch.rand(2), torch.dropout(torch.ones(4), 0.5, True))
try:
    torch.dropout(torch.ones(4), 0.5)
except TypeError as error:
    print(error)
`;
  const printed = (listens: boolean) => {
    let text = '';
    const take = (bytes: Uint8Array) => {
      text += Buffer.from(bytes);
    };
    interpreter.run(
      { source, filename: 'program.py' },
      { stdout: take, stderr: take, ...(listens && { answer() {}, call() {} }) },
    );
    return text;
  };
  assert.match(printed(true), /^tensor\(/);
  assert.equal(printed(true), printed(false));
});

test('a layer that drops between its layers tells each of them, once', () => {
  const places = callsOf(`import torch, torch.nn as nn
lstm = nn.LSTM(3, 4, num_layers=3, dropout=0.5)
lstm(torch.randn(5, 3))
lstm.eval()(torch.randn(5, 3))
nn.LSTM(3, 4)(torch.randn(5, 3))`).map(({ line, layer, p }) => `${line} ${layer} ${p}`);
  assert.deepEqual(places, ['3 Dropout 0.5', '3 Dropout 0.5']);
});
