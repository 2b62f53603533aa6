// The engines side by side, as the text of an attribute: `torch-cpu torch-cuda,gpu=GTX 1650`.
import { ENGINES } from '../core/index.ts';

/** More would not be compared by anybody, and a link may name thousands. */
const MOST_MACHINES = 16;

/** What Mac, Linux and GPU print. */
const USUAL = ['torch-cpu', 'torch-cpu-mkl', 'torch-cuda'];

/**
 * A word that names no engine goes on with the options of the one before, for a GPU's name has spaces;
 * where there are none it is left out.
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

/** Those compared before anybody chose: the experiment's own engine first. */
export function usualMachines(engine: string): string[] {
  return [...new Set([engine, ...USUAL])];
}
