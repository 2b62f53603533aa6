#!/usr/bin/env node
// The command line of the package: `npx dropout-playground "torch.ones(6, 6)" --seed 123`.
import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { load } from 'dropout-playground';
import { type Arguments, HELP, readArguments, UsageError } from './arguments.ts';
import { runHtml } from './html-command.ts';
import { runIdentify } from './identify-command.ts';
import { runLayer } from './layer-command.ts';

async function main(): Promise<string> {
  const parsed = readArguments(process.argv.slice(2));
  if (parsed.values.help) return HELP;
  if (parsed.values.version) return version();

  const identifies = parsed.positionals[0] === 'identify';
  const [argument, excess] = parsed.positionals.slice(identifies ? 1 : 0);
  if (excess !== undefined)
    throw new UsageError(`unexpected argument '${excess}'; quote the input`);
  const input = await readInput(parsed, argument);
  const core = await load();
  if (identifies) return runIdentify(core, parsed, input);
  return parsed.values.html ? runHtml(core, parsed, input) : runLayer(core, parsed, input);
}

async function readInput({ values }: Arguments, argument: string | undefined): Promise<string> {
  if (values.file !== undefined) return readFile(values.file, 'utf8');
  if (argument !== undefined && argument !== '-') return argument;
  if (argument === undefined && process.stdin.isTTY) throw new UsageError('an input is missing');
  return text(process.stdin);
}

async function version(): Promise<string> {
  const manifest = await readFile(new URL('../package.json', import.meta.url), 'utf8');
  return JSON.parse(manifest).version;
}

try {
  console.log(await main());
} catch (error) {
  // Every error of this package says what is wrong; none needs a stack to be understood.
  console.error(`dropout-playground: ${(error as Error).message}`);
  if (error instanceof UsageError) console.error('Try --help.');
  process.exitCode = error instanceof UsageError ? 2 : 1;
}
