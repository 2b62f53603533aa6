#!/usr/bin/env node
// The command line of the package: `npx dropout-playground "torch.ones(6, 6)" --seed 123`.
import { readFile } from 'node:fs/promises';
import { load } from 'dropout-playground';
import { HELP, readArguments, UsageError } from './arguments.ts';
import { readCommand } from './commands.ts';
import { runHtml } from './html-command.ts';
import { runIdentify } from './identify-command.ts';
import { runLayer } from './layer-command.ts';
import { readInput } from './read-input.ts';
import { writeOutput } from './write-output.ts';

async function main(): Promise<void> {
  const [first, ...rest] = process.argv.slice(2);
  // The options behind a program are its own.
  if (first === 'run' && rest[0] !== '--help') {
    const { runProgram } = await import('./run-command.ts');
    process.exitCode = await runProgram(rest);
  } else if (first === 'check' && !rest.includes('--help')) {
    const { runCheck } = await import('./check-command.ts');
    // Until something is known, nothing is: a script can tell that from a post that is untrue.
    process.exitCode = UNUSABLE;
    const { report, isTrue } = await runCheck(rest);
    await writeOutput(report);
    process.exitCode = isTrue ? 0 : 1;
  } else await writeOutput(await outputOf(process.argv.slice(2)));
}

/** The exit status where the arguments do not say what to do. */
const UNUSABLE = 2;

async function outputOf(args: string[]): Promise<string> {
  const parsed = readArguments(args);
  if (parsed.values.help) return HELP;
  if (parsed.values.version) return version();

  const command = readCommand(parsed);
  const input = await readInput(parsed, command === 'identify' ? 1 : 0);
  const core = await load();
  switch (command) {
    case 'identify':
      return runIdentify(core, parsed, input);
    case 'html':
      return runHtml(core, parsed, input);
    case 'print':
      return runLayer(core, parsed, input);
  }
}

async function version(): Promise<string> {
  const manifest = await readFile(new URL('../package.json', import.meta.url), 'utf8');
  return JSON.parse(manifest).version;
}

try {
  await main();
} catch (error) {
  // The message will do: every error of this package says what is wrong.
  console.error(`dropout-playground: ${(error as Error).message}`);
  if (error instanceof UsageError) console.error('Try --help.');
  process.exitCode = error instanceof UsageError ? UNUSABLE : process.exitCode || 1;
}
