// Reads the input of the layer from the command line, a file or standard input, and allows only one of them.
import { type Arguments, UsageError } from './arguments.ts';
import { readStandardInput, readTextFile } from './read-text.ts';

/**
 * @param place The position of the input among the arguments that are no options.
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
  if (file !== undefined) return readTextFile(file);
  if (argument !== undefined && argument !== '-') return argument;
  if (argument === undefined && process.stdin.isTTY) throw new UsageError('an input is missing');
  return readStandardInput();
}
