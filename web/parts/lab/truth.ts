// What is behind the noisy examples of a scenario.
import type { Training } from '../../training/training.ts';

/** Of each point of a grid the value without noise; empty where there is none to draw. */
export function truthOf({ scenario }: Training, grid: Float32Array): Float32Array {
  return scenario === 'curve' ? grid.map((x) => Math.sin(4 * x)) : new Float32Array();
}
