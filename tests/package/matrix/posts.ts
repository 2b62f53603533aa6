// What people posted that PyTorch printed, and the program that printed it.
import { readFileSync } from 'node:fs';

export interface Program {
  engine: string;
  seed: number;
  p: number;
  input: string;
}

interface Posted {
  id: string;
  printed: number[][];
}

const file = new URL('../../fixtures/public-outputs.json', import.meta.url);
const posted: Posted[] = JSON.parse(readFileSync(file, 'utf8')).cases;

/** The lines that `python` of each of these posts has, with the engine of who printed it. */
const posts: Record<string, Program> = {
  'llms-57-macos': { engine: 'torch-cpu', seed: 123, p: 0.5, input: 'torch.ones(6, 6)' },
  'llms-57-linux': { engine: 'torch-cpu-mkl', seed: 123, p: 0.5, input: 'torch.ones(6, 6)' },
  'pytorch-121595-comment': {
    engine: 'torch-cpu',
    seed: 123,
    p: 0.5,
    input: 'torch.randn(5, 5)',
  },
};

export const programs: Program[] = Object.values(posts);

// The posts' zeros are listed without their signs: so are all others here.
const unsigned = (value: number) => value + 0;

/** What each of them printed, element by element. */
export const expected: number[][] = Object.keys(posts).map((id) => {
  const { printed } = posted.find((one) => one.id === id) as Posted;
  return printed.flat();
});

/** The numbers in a print. */
export function numbersIn(text: string): number[] {
  return (text.match(/-?\d+\.\d*/g) ?? []).map(Number).map(unsigned);
}

/** Numbers as a print shows them, with four decimals. */
export function rounded(values: number[]): number[] {
  return values.map((value) => unsigned(Number(value.toFixed(4))));
}
