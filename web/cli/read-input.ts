// What goes into the layer: from the command line, a file or standard input, and only one of them.
import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { type Arguments, UsageError } from './arguments.ts';

/**
 * @param place Of the input among the arguments that are no options.
 * @throws UsageError
 */
export async function readInput(
  { values, positionals }: Arguments,
  place: number,
): Promise<string> {
  const { file } = values;
  const [argument, excess] = positionals.slice(place);
  if (excess !== undefined) {
    throw new UsageError(`unexpected argument '${excess}'; quote the input`);
  }
  if (file !== undefined && argument !== undefined) {
    throw new UsageError(`--file is the input, and '${argument}' would be another: give one`);
  }
  if (file !== undefined) return readFile(file, 'utf8');
  if (argument !== undefined && argument !== '-') return argument;
  if (argument === undefined && process.stdin.isTTY) throw new UsageError('an input is missing');
  return text(process.stdin);
}
