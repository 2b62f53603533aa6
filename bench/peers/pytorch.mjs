// Native PyTorch on one thread, where Python has it. It runs in a process of its own and keeps its
// own time.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { P, SIZE } from './peers.mjs';
import { startProgram } from './python-program.mjs';

/** The Python that has PyTorch, the system's if another one comes first; nothing if neither has it. */
export const pythonWithPytorch = () =>
  ['python3', '/usr/bin/python3'].find(
    (python) => spawnSync(python, ['-c', 'import torch'], { stdio: 'ignore' }).status === 0,
  );

/**
 * As a Peer, except that it tells the time and not the elements: its program checks them, and
 * `sameBits` is the engine that gives every bit of them.
 *
 * @param {import('dropout-playground').Playground} api
 */
export async function pytorch(api) {
  const { tell, answer, dispose } = startProgram(pythonWithPytorch(), 'pytorch.py');
  const version = await answer();
  const digest = await answer();
  return {
    name: 'PyTorch, native',
    version,
    sameBits: ['torch-cpu', 'torch-cpu-mkl'].find((engine) => digestOf(api, engine) === digest),
    async sample(times) {
      tell(times);
      return Number(await answer());
    },
    dispose,
  };
}

// What pytorch.py tells of its first call.
function digestOf({ Dropout, Generator, ones }, engine) {
  const generator = new Generator(engine).manualSeed(42);
  const y = new Dropout(P, { generator }).forward(ones([SIZE]));
  return createHash('sha256').update(y.view()).digest('hex');
}
