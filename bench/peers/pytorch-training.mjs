// The training of networks in native PyTorch on one thread. It runs in a process of its own and keeps its own time.
import { examples } from '../training/networks.mjs';
import { startProgram } from './python-program.mjs';
import { pythonWithPytorch } from './pytorch.mjs';

/** @param {import('../training/networks.mjs').Network} network */
export async function pytorchTraining(network) {
  const { tell, answer, dispose } = startProgram(pythonWithPytorch(), 'pytorch-training.py');
  const { inputs, targets } = examples(network);
  tell(JSON.stringify({ network, inputs: [...inputs], targets }));
  const version = await answer();
  const steps = async (times) => {
    tell(times);
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
    dispose,
  };
}
