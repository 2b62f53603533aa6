// The command line of `dropout-playground run`, which is read as `python` reads its own: what comes behind the program
// is for the program.
import type { ProgramEngine } from '../python/program-engines.ts';
import { UsageError } from './arguments.ts';
import { programEngine } from './program-engine.ts';

export interface RunArguments {
  /** A file, or `-` for standard input. */
  program: string;
  engine: ProgramEngine;
  /** What the program gets. */
  rest: string[];
}

/**
 * @param args Those after `run`. `--engine` may stand in front of the program or right behind it; `--` ends that.
 * @throws UsageError
 */
export function readRunArguments(args: readonly string[]): RunArguments {
  let program: string | undefined;
  let engine: ProgramEngine = 'torch-cpu';
  let at = 0;
  for (; at < args.length; ++at) {
    const arg = args[at] as string;
    if (arg === '--') {
      ++at;
      break;
    }
    const [, joined] = /^--engine(?:=(.*))?$/s.exec(arg) ?? [];
    if (joined !== undefined) engine = programEngine(joined);
    else if (arg === '--engine') engine = programEngine(args[++at]);
    else if (program !== undefined) break;
    else if (/^-./.test(arg)) throw new UsageError(`run has no option '${arg}'`);
    else program = arg;
  }
  program ??= args[at++];
  if (program === undefined) throw new UsageError('a program is missing: run program.py');
  return { program, engine, rest: args.slice(at) };
}
