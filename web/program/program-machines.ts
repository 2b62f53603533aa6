// The machines whose random numbers a program can draw.
import { ENGINE_NAMES, PROGRAM_ENGINES, type ProgramEngine } from '../python/program-engines.ts';

/** By their shortest names. */
export const MACHINES = Object.fromEntries(
  PROGRAM_ENGINES.map((engine) => [engine, ENGINE_NAMES[engine].short]),
) as Readonly<Record<ProgramEngine, string>>;

/** That of a program which names none. */
export const DEFAULT_MACHINE: ProgramEngine = 'torch-cpu';

/** The machine of an attribute or a link, which may say anything. */
export function machineNamed(engine: string): ProgramEngine {
  return Object.hasOwn(MACHINES, engine) ? (engine as ProgramEngine) : DEFAULT_MACHINE;
}
