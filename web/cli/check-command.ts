// `dropout-playground check post.md …`: whether the outputs that posts claim for their code are what PyTorch prints.
import { type CheckedClaim, type CheckedPost, check } from '../check/check.ts';
import { ENGINE_NAMES, PROGRAM_ENGINES, type ProgramEngine } from '../python/program-engines.ts';
import { readCheckArguments } from './check-arguments.ts';
import { readStandardInput, readTextFile } from './read-text.ts';

interface CheckedFile extends CheckedPost {
  file: string;
}

/**
 * @param args Those after `check`.
 * @returns what to print, and whether every post is true
 * @throws UsageError; Error where a file cannot be read, or where there is no Pyodide
 */
export async function runCheck(
  args: readonly string[],
): Promise<{ report: string; isTrue: boolean }> {
  const { files, json, engine } = readCheckArguments(args);
  const checked: CheckedFile[] = [];
  for (const file of files) {
    const text = await textOf(file);
    checked.push({ file, ...(await check(text, { name: file, ...(engine && { engine }) })) });
  }
  return {
    report: json ? JSON.stringify(checked, null, 2) : checked.map(reportOf).join('\n'),
    isTrue: checked.every(({ isTrue }) => isTrue),
  };
}

async function textOf(file: string): Promise<string> {
  try {
    return file === '-' ? await readStandardInput() : await readTextFile(file);
  } catch (error) {
    throw new Error(`can't read '${file}': ${(error as Error).message}`);
  }
}

function reportOf({ file, blocks, claims, errors, seeds }: CheckedFile): string {
  if (blocks === 0) return `${file}: no Python in it`;
  const found = [
    ...claims.map((claim) => ({ line: claim.line, text: claimLines(claim, seeds) })),
    ...errors.map(({ line, error }) => ({ line, text: `the program ends here: ${error}` })),
  ].sort((a, b) => a.line - b.line);
  return [
    ...found.map(({ line, text }) => `${file}:${line}: ${text}`),
    `${file}: ${summary(claims)}`,
  ].join('\n');
}

function claimLines(
  { claim, verdict, by, prints, otherSeeds }: CheckedClaim,
  seeds: number,
): string {
  const said = shown(claim);
  switch (verdict) {
    case 'true':
      return `true:${said}`;
    case 'elsewhere':
      return `true elsewhere:${said}\n${printed([{ engines: by, text: claim }, ...grouped(prints)])}`;
    case 'untrue':
      return [`untrue:${said}`, printed(grouped(prints)), ...seedLines(otherSeeds)].join('\n');
    case 'possible':
      return `possible:${said}\n    The program sets no seed, so this is one of many outputs.`;
    case 'impossible':
      return `impossible:${said}\n    The program sets no seed. None of ${seeds} seeds prints this, nor each part of it; one prints\n${indented(prints[0]?.text ?? '', 8)}`;
    case 'unknown':
      return `unknown:${said}\n    The program does not come so far, or prints nothing here.`;
  }
}

function seedLines(seeds: CheckedClaim['otherSeeds']): string[] {
  const [found] = seeds;
  if (!found) return [];
  return [`    ${ENGINE_NAMES[found.engine].full} prints it with seed ${found.seed}.`];
}

interface Group {
  engines: ProgramEngine[];
  text: string;
}

/** Machines that print alike, together. */
function grouped(prints: CheckedClaim['prints']): Group[] {
  const groups: Group[] = [];
  for (const { engine, text } of prints) {
    const group = groups.find((one) => one.text === text);
    if (group) group.engines.push(engine);
    else groups.push({ engines: [engine], text });
  }
  return groups;
}

const printed = (groups: readonly Group[]) =>
  groups
    .map(({ engines, text }) => {
      const isAll = engines.length === PROGRAM_ENGINES.length;
      const names = isAll
        ? 'Printed on all machines'
        : engines.map((engine) => ENGINE_NAMES[engine].full).join('; ');
      return `    ${names}:\n${indented(text, 8)}`;
    })
    .join('\n');

const indented = (text: string, spaces: number) => text.replace(/^/gm, ' '.repeat(spaces));

/** On one line what is one, else below. */
const shown = (text: string) => (text.includes('\n') ? `\n${indented(text, 8)}` : ` ${text}`);

const VERDICTS = ['true', 'elsewhere', 'untrue', 'possible', 'impossible', 'unknown'] as const;

function summary(claims: readonly CheckedClaim[]): string {
  if (claims.length === 0) return 'no output is claimed';
  const counts = VERDICTS.map((verdict) => {
    const count = claims.filter((claim) => claim.verdict === verdict).length;
    const name = verdict === 'elsewhere' ? 'true elsewhere' : verdict;
    return count > 0 ? [`${count} ${name}`] : [];
  });
  return `${claims.length} ${claims.length === 1 ? 'output' : 'outputs'} claimed: ${counts.flat().join(', ')}`;
}
