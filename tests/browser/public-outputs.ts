// What people printed and posted, as tests/fixtures has it.
import { readFileSync } from 'node:fs';

interface PublicOutput {
  id: string;
  printed: number[][];
  decimals: number;
}

const file = new URL('../fixtures/public-outputs.json', import.meta.url);
const cases: PublicOutput[] = JSON.parse(readFileSync(file, 'utf8')).cases;

/** The numbers of a posted matrix. */
export function publicOutput(id: string): number[][] {
  return (cases.find((one) => one.id === id) as PublicOutput).printed;
}

/** A matrix as it was posted: `2.` where all are whole, else four decimals. */
export function asPosted(matrix: number[][]): string {
  const whole = matrix.flat().every(Number.isInteger);
  const rows = matrix.map((row) => row.map((x) => (whole ? `${x}.` : x.toFixed(4))).join(', '));
  return `tensor([[${rows.join('],\n        [')}]])`;
}
