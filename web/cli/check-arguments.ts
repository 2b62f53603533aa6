// The command line of `dropout-playground check`.
import { parseArgs } from 'node:util';
import type { ProgramEngine } from '../python/program-engines.ts';
import { UsageError } from './arguments.ts';
import { programEngine } from './program-engine.ts';

export interface CheckArguments {
  /** `-` is standard input. */
  files: string[];
  json: boolean;
  /** The machine that has to print what is claimed; any that is tried without it. */
  engine?: ProgramEngine;
}

/** @param args Those after `check`. @throws UsageError */
export function readCheckArguments(args: readonly string[]): CheckArguments {
  const { values, positionals } = parsed(args);
  if (positionals.length === 0) throw new UsageError('a post is missing: check post.md');
  const { engine, json = false } = values;
  return {
    files: positionals,
    json,
    ...(engine !== undefined && { engine: programEngine(engine) }),
  };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { engine: { type: 'string' }, json: { type: 'boolean' } },
    });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}
