// The memory of the operations' module: it does not grow with use, and its limit is an error after which all goes on. Each
// claim in a process of its own, whose memory nobody else has used and where it cannot grow: what is free is counted by
// tensors of 16 KiB, which a leak of as little as 16 bytes a step makes fewer.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { inFreshProcess } from './fresh-process.mjs';

describe('what tidy() disposes of', { concurrency: 2 }, () => {
  const repeat = (kind, times) =>
    inFreshProcess(
      async (kind, times) => {
        const { load } = await import('dropout-playground/torch');
        const torch = await load();
        WebAssembly.Memory.prototype.grow = () => {
          throw new RangeError('the memory is as large as it may be');
        };

        const { tensor, tidy, noGrad } = torch;
        torch.manualSeed(0);
        const a = tensor([1, 2, 3]);
        const b = tensor([[4], [5]], { requiresGrad: true });
        const x = torch.randn(8, 4);
        const y = torch.randn(8, 1);
        const weights = [torch.randn(4, 16), torch.zeros(16), torch.randn(16, 1)];
        for (const weight of weights) weight.requiresGrad = true;
        const operations = [
          () => a.mul(b),
          () => b.t().expand(3, 2),
          () => torch.cat([a, a]).sort(),
          () => torch.dropout(b, 0.5, true),
          () => b.sum().backward(),
          () => a.clone().mul_(2).at(1).item(),
          () => assertRaises(() => a.matmul(b)),
          () => assertRaises(() => torch.add('a', b)),
          () => assertRaises(() => b.add_(1)),
          () => torch.grad([b.exp().sum()], [b], { createGraph: true })[0].sum().backward(),
        ];
        const assertRaises = (use) => {
          try {
            use();
          } catch {
            return;
          }
          throw new Error('nothing was raised');
        };
        const kinds = {
          operations: (i) => tidy(() => void operations[i % operations.length]()),
          training: () =>
            tidy(() => {
              const [w1, b1, w2] = weights;
              const hidden = torch.dropout(torch.tanh(torch.addmm(b1, x, w1)), 0.5, true);
              torch.mseLoss(hidden.matmul(w2), y).backward();
              noGrad(() => {
                for (const weight of weights) {
                  weight.sub_(weight.grad.mul(0.01));
                  weight.grad = null;
                }
              });
            }),
        };
        const free = () => {
          b.grad = null;
          const probes = [];
          try {
            for (;;) probes.push(torch.empty(4096));
          } catch (error) {
            if (!/can't allocate memory/.test(error.message)) throw error;
          }
          for (const probe of probes) probe.dispose();
          return probes.length;
        };
        const measured = () => ({ free: free(), held: torch.heldTensors });

        for (let i = 0; i < 1000; ++i) kinds[kind](i);
        free(); // Room for what the module tells of so many tensors is made with the first.
        const before = measured();
        for (let i = 0; i < times; ++i) kinds[kind](i);
        const after = measured();
        return { before, after };
      },
      { args: [kind, times] },
    );

  for (const [kind, times] of [
    ['operations', 100_000],
    ['training', 10_000],
  ]) {
    test(`leaves the memory as it was, after ${times} steps of ${kind}`, async () => {
      const { before, after } = await repeat(kind, times);
      assert.ok(before.free > 100, `there was room for only ${before.free} tensors`);
      assert.deepEqual(after, before);
    });
  }
});

test("the memory's limit is an error of the allocator's, and nothing else changes", async () => {
  const told = await inFreshProcess(async () => {
    const { load } = await import('dropout-playground/torch');
    const torch = await load();
    WebAssembly.Memory.prototype.grow = () => {
      throw new RangeError('the memory is as large as it may be');
    };

    torch.manualSeed(0);
    const w = torch.ones(4000, 1, { requiresGrad: true });
    const fail = (use) => {
      try {
        use();
      } catch ({ code, exception, message }) {
        return { code, exception, message };
      }
      return null;
    };
    const wide = w.mul(w).sum();
    const failures = [
      // In one tensor, in the result of an operation, in what it computes between, and on the way back.
      () => torch.ones(4000, 4000),
      () => torch.add(w, w.t()),
      () => w.expand(4000, 4000).softmax(0),
      () => w.sort(0)[0].add(w.t()).sum().backward(),
      () => w.clone().detach().expand(4000, 8000).contiguous(),
    ].map(fail);
    const beyond = fail(() => torch.ones(1, 2 ** 40)); // more than an address of wasm has
    wide.backward();
    return {
      failures,
      beyond,
      grad: w.grad.sum().item(),
      w: w.sum().item(),
      isGradEnabled: torch.isGradEnabled,
      drawn: torch.rand(2).toArray(),
    };
  });
  for (const { code, exception, message } of told.failures) {
    assert.deepEqual([code, exception], ['torch', 'RuntimeError']);
    assert.match(
      message,
      /^DefaultCPUAllocator: can't allocate memory: you tried to allocate \d+ bytes/,
    );
  }
  assert.match(
    told.beyond.message,
    /^a tensor of shape \[1, 1099511627776\] does not fit into memory$/,
  );
  assert.deepEqual([told.grad, told.w, told.isGradEnabled], [8000, 4000, true]);
  assert.deepEqual(told.drawn.map(Math.fround), [0.49625658988952637, 0.7682217955589294]);
});
