// The machines whose random numbers a program can draw.

export const PROGRAM_ENGINES = ['torch-cpu', 'torch-cpu-mkl', 'torch-cuda'] as const;

export type ProgramEngine = (typeof PROGRAM_ENGINES)[number];
