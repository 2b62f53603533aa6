// Native PyTorch on one thread, where Python has it. It runs in a process of its own and keeps its
// own time.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { P, SIZE } from './peers.mjs';

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
  const program = fileURLToPath(new URL('pytorch.py', import.meta.url));
  const child = spawn(pythonWithPytorch(), [program], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const answer = async () => {
    const { value, done } = await lines.next();
    if (done) throw new Error(`${program} ended early`);
    return value;
  };
  const version = await answer();
  const digest = await answer();
  return {
    name: 'PyTorch, native',
    version,
    sameBits: ['torch-cpu', 'torch-cpu-mkl'].find((engine) => digestOf(api, engine) === digest),
    async sample(times) {
      child.stdin.write(`${times}\n`);
      return Number(await answer());
    },
    dispose: () => child.kill(),
  };
}

// What pytorch.py tells of its first call.
function digestOf({ Dropout, Generator, ones }, engine) {
  const generator = new Generator(engine).manualSeed(42);
  const y = new Dropout(P, { generator }).forward(ones([SIZE]));
  return createHash('sha256').update(y.view()).digest('hex');
}
