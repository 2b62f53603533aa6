// The engines side by side, as the text of an attribute: `torch-cpu torch-cuda,gpu=GTX 1650`.
import { ENGINES } from '../core/index.ts';

/** Nobody compares more, and a link could name thousands. */
const MOST_MACHINES = 16;

/** What Mac, Linux and GPU print. */
const USUAL = ['torch-cpu', 'torch-cpu-mkl', 'torch-cuda'];

/**
 * The machines in a text. A word that names no engine belongs to the options of the engine before it, since the
 * names of GPUs have spaces; if that engine has no options, the word is left out.
 */
export function readMachines(text: string): string[] {
  const machines: string[] = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const begins = ENGINES.some((engine) => engine === word.split(',')[0]);
    if (begins) machines.push(word);
    else if (machines.at(-1)?.includes(',')) machines[machines.length - 1] += ` ${word}`;
  }
  return [...new Set(machines)].slice(0, MOST_MACHINES);
}

export function machinesText(machines: readonly string[]): string {
  return machines.join(' ');
}

/** The machines compared until the reader chooses: the experiment's own engine, and the usual ones. */
export function usualMachines(engine: string): string[] {
  return [...new Set([engine, ...USUAL])];
}
