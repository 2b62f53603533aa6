// What every bundle and runtime runs: seed, draw, drop, print.
import { load } from 'dropout-playground';

export async function printed(programs) {
  const { tensor, Generator, Dropout } = await load();
  return programs.map(({ engine, seed, p, input }) => {
    const generator = new Generator(engine).manualSeed(seed);
    return String(new Dropout(p, { generator }).forward(tensor(input, { generator })));
  });
}
