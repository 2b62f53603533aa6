// Native PyTorch on one thread, where Python has it. It runs in a process of its own and keeps its
// own time.
import { spawn, spawnSync } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export const isPytorchInstalled = () =>
  spawnSync('python3', ['-c', 'import torch'], { stdio: 'ignore' }).status === 0;

/** As a Peer, except that it tells the time and not the elements, which its program checks. */
export async function pytorch() {
  const program = fileURLToPath(new URL('pytorch.py', import.meta.url));
  const child = spawn('python3', [program], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const answer = async () => {
    const { value, done } = await lines.next();
    if (done) throw new Error(`${program} ended early`);
    return value;
  };
  return {
    name: 'PyTorch, native',
    version: await answer(),
    async sample(times) {
      child.stdin.write(`${times}\n`);
      return Number(await answer());
    },
    dispose: () => child.kill(),
  };
}
