// The machines whose random numbers a program can draw.
import type { ProgramEngine } from '../python/program-engines.ts';

/** By their shortest names. */
export const MACHINES: Readonly<Record<ProgramEngine, string>> = {
  'torch-cpu': 'PyTorch 2.7+',
  'torch-cpu-mkl': '≤ 2.6 MKL',
  'torch-cuda': 'CUDA',
};

/** That of a program which names none. */
export const DEFAULT_MACHINE: ProgramEngine = 'torch-cpu';

/** The machine of an attribute or a link, which may say anything. */
export function machineNamed(engine: string): ProgramEngine {
  return Object.hasOwn(MACHINES, engine) ? (engine as ProgramEngine) : DEFAULT_MACHINE;
}
