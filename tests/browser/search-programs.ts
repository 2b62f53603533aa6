// Programs with what PyTorch and NumPy printed of input and output (tests/fixtures/search-programs.json).
import { readFileSync } from 'node:fs';

interface SearchProgram {
  id: string;
  input: string;
  output: string;
}

const { cases } = JSON.parse(
  readFileSync(new URL('../fixtures/search-programs.json', import.meta.url), 'utf8'),
) as { cases: SearchProgram[] };

export function searchProgram(id: string): SearchProgram {
  const found = cases.find((program) => program.id === id);
  if (!found) throw new Error(`no program ${id}`);
  return found;
}
