// `dropout-playground run program.py`: runs a program as `python program.py` does.
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { startNodeInterpreter } from '../python/node-interpreter.ts';
import { readRunArguments } from './run-arguments.ts';
import { readStandardStream, writeStandardStream } from './standard-streams.ts';

/** What `python` ends with if it cannot open the program. */
const NOT_OPENED = 2;

/**
 * Returns the exit status of the program.
 *
 * @param args Those after `run`.
 * @throws UsageError, and Error where there is no Pyodide.
 */
export async function runProgram(args: readonly string[]): Promise<number> {
  const { program, engine, rest } = readRunArguments(args);
  const isInput = program === '-';
  const source = textOf(isInput ? 0 : program);
  if (typeof source !== 'string') {
    console.error(`dropout-playground: can't open file '${program}': ${source.message}`);
    return NOT_OPENED;
  }
  const current = process.cwd();
  const interpreter = await startNodeInterpreter({
    folders: { current, modules: isInput ? current : dirname(resolve(program)) },
    stdin: (buffer) => readStandardStream(0, buffer),
  });
  return interpreter.run(
    {
      source,
      filename: isInput ? '<stdin>' : resolve(program),
      name: program,
      arguments: rest,
      engine,
    },
    {
      stdout: (bytes) => writeStandardStream(1, bytes),
      stderr: (bytes) => writeStandardStream(2, bytes),
    },
  );
}

function textOf(file: string | number): string | Error {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
  } catch (error) {
    return error as Error;
  }
}
