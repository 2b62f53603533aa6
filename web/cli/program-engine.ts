// The machine of a program, as the command line names it.
import { PROGRAM_ENGINES, type ProgramEngine } from '../python/program-engines.ts';
import { UsageError } from './arguments.ts';

/** @throws UsageError */
export function programEngine(name: string | undefined): ProgramEngine {
  const engine = PROGRAM_ENGINES.find((one) => one === name);
  if (engine) return engine;
  throw new UsageError(
    `the engine of a program is one of ${PROGRAM_ENGINES.join(', ')}, but got '${name ?? ''}'`,
  );
}
