// The machines whose random numbers a program can draw.

export const PROGRAM_ENGINES = ['torch-cpu', 'torch-cpu-mkl', 'torch-cuda'] as const;

export type ProgramEngine = (typeof PROGRAM_ENGINES)[number];

/** Whose generator draws what is not on a GPU. */
export const ON_THE_CPU: Readonly<Record<ProgramEngine, ProgramEngine>> = {
  'torch-cpu': 'torch-cpu',
  'torch-cpu-mkl': 'torch-cpu-mkl',
  'torch-cuda': 'torch-cpu',
};
