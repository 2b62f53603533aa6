// The training of networks in native PyTorch on one thread. It runs in a process of its own and keeps its own time.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { examples } from '../training/networks.mjs';
import { pythonWithPytorch } from './pytorch.mjs';

/** @param {import('../training/networks.mjs').Network} network */
export async function pytorchTraining(network) {
  const program = fileURLToPath(new URL('pytorch-training.py', import.meta.url));
  const child = spawn(pythonWithPytorch(), [program], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const answer = async () => {
    const { value, done } = await lines.next();
    if (done) throw new Error(`${program} ended early`);
    return value;
  };
  const { inputs, targets } = examples(network);
  child.stdin.write(`${JSON.stringify({ network, inputs: [...inputs], targets })}\n`);
  const version = await answer();
  const steps = async (times) => {
    child.stdin.write(`${times}\n`);
    return (await answer()).split(' ').map(Number);
  };
  return {
    name: 'PyTorch, native',
    version,
    async train(times) {
      return (await steps(times))[1];
    },
    async sample(times) {
      return (await steps(times))[0];
    },
    dispose: () => child.kill(),
  };
}
