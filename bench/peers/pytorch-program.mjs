// A program of PyTorch, native, on one thread, from its first line to its last. It keeps its own time.
import { startProgram } from './python-program.mjs';
import { pythonWithPytorch } from './pytorch.mjs';

/** @param {string} source */
export async function pytorchProgram(source) {
  const { tell, answer, dispose } = startProgram(pythonWithPytorch(), 'pytorch-program.py');
  tell(JSON.stringify(source));
  const version = await answer();
  return {
    name: 'PyTorch, native',
    version,
    async sample(times) {
      tell(times);
      return Number(await answer());
    },
    end: dispose,
  };
}
