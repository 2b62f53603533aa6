// Writes a seed into a program that has none.

/** The program with `torch.manual_seed(seed)` after the imports at its beginning. */
export function pinned(source: string, seed: number): string {
  const lines = source.split('\n');
  const after = lines.findIndex((line) => !/^\s*(?:#|$)|^(?:import|from)\b/.test(line));
  const at = lastImport(lines.slice(0, after < 0 ? lines.length : after)) + 1;
  const call = `torch.manual_seed(${seed})`;
  return [...lines.slice(0, at), ...(at > 0 ? ['', call] : [call]), ...lines.slice(at)].join('\n');
}

function lastImport(lines: readonly string[]): number {
  return lines.findLastIndex((line) => /^(?:import|from)\b/.test(line));
}
