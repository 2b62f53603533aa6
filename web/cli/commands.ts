// The three commands, and which options are for each. A command refuses options that it would ignore.
import { type Arguments, type Option, UsageError } from './arguments.ts';

/** Prints outputs, writes a figure, or searches for seeds. */
export type Command = 'print' | 'html' | 'identify';

const NAMES: Record<Command, string> = {
  print: 'printed outputs',
  html: '--html',
  identify: 'identify',
};

interface Purpose {
  purpose: string;
  commands: readonly Command[];
  options: readonly Option[];
}

/** The options that are not for every command. */
const PURPOSES: readonly Purpose[] = [
  {
    purpose: 'running a layer',
    commands: ['print', 'html'],
    options: ['inplace', 'scalar-normals', 'html', 'reseed', 'earlier'],
  },
  { purpose: 'printed outputs', commands: ['print'], options: ['eval'] },
  { purpose: 'printed outputs and identify', commands: ['print', 'identify'], options: ['json'] },
  {
    purpose: '--html',
    commands: ['html'],
    options: ['script', 'lang', 'no-style', 'iframe', 'width'],
  },
  {
    purpose: 'identify',
    commands: ['identify'],
    options: ['output', 'output-file', 'seeds'],
  },
];

/** @throws UsageError for an option that the command does not follow. */
export function readCommand({ values, positionals }: Arguments): Command {
  const command = positionals[0] === 'identify' ? 'identify' : values.html ? 'html' : 'print';
  for (const { purpose, commands, options } of PURPOSES) {
    const ignored = options.find((option) => values[option] !== undefined);
    if (ignored === undefined || commands.includes(command)) continue;
    throw new UsageError(`--${ignored} is for ${purpose}, not for ${NAMES[command]}`);
  }
  return command;
}
