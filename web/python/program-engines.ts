// The machines whose random numbers a program can draw.

/** A machine whose random numbers PyTorch programs draw. */
export type ProgramEngine = 'torch-cpu' | 'torch-cpu-mkl' | 'torch-cuda';

/** @internal */
export const PROGRAM_ENGINES = [
  'torch-cpu',
  'torch-cpu-mkl',
  'torch-cuda',
] as const satisfies readonly ProgramEngine[];

/**
 * What they are called: in a sentence, and where there is little room.
 *
 * @internal
 */
export const ENGINE_NAMES: Readonly<Record<ProgramEngine, { full: string; short: string }>> = {
  'torch-cpu': { full: 'PyTorch 2.7 and later', short: 'PyTorch 2.7+' },
  'torch-cpu-mkl': { full: 'PyTorch 2.6 and before, with MKL', short: '≤ 2.6 MKL' },
  'torch-cuda': { full: 'PyTorch on CUDA', short: 'CUDA' },
};

/**
 * Whose generator draws what is not on a GPU.
 *
 * @internal
 */
export const ON_THE_CPU: Readonly<Record<ProgramEngine, ProgramEngine>> = {
  'torch-cpu': 'torch-cpu',
  'torch-cpu-mkl': 'torch-cpu-mkl',
  'torch-cuda': 'torch-cpu',
};
