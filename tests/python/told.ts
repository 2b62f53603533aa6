// What a program has told, in the form in which ours and PyTorch's are compared: without what says where PyTorch is
// installed.
import type { Interpreter } from '../../web/python/interpreter.ts';

export interface Told {
  stdout: string;
  /** Each with its place if that is in the program itself. */
  warnings: string[];
  /** The lines of the program in its traceback, and then the error itself; empty without one. */
  error: string[];
}

/** @param name Of the program's file, without `.py`. */
export function told(stdout: string, stderr: string, name: string): Told {
  const lines = stderr.split('\n').slice(0, -1);
  const warnings = lines.flatMap((line) => {
    const [, file = '', at = '', text = ''] = /^(\S.*?):(\d+): (\w*Warning: .*)$/.exec(line) ?? [];
    const place = file === `${name}.py` ? `${file}:${at}: ` : '';
    return text ? [place + text.replace(/ \(Triggered internally at .*\)$/, '')] : [];
  });
  const trace = lines.slice(lines.findLastIndex((line) => line.startsWith('Traceback ')));
  if (!trace[0]?.startsWith('Traceback ')) return { stdout, warnings, error: [] };
  const places = trace.filter((line) => line.startsWith(`  File "${name}.py"`));
  const message = trace.slice(trace.findLastIndex((line) => line.startsWith('  ')) + 1);
  return { stdout, warnings, error: [...places, ...message] };
}

export interface NamedProgram {
  name: string;
  source: string;
}

/** Runs a program to its end. */
export function run(interpreter: Interpreter, { name, source }: NamedProgram): Told {
  const texts = { stdout: '', stderr: '' };
  const take = (stream: 'stdout' | 'stderr') => (bytes: Uint8Array) => {
    texts[stream] += Buffer.from(bytes);
  };
  interpreter.run(
    { source, filename: `${name}.py` },
    { stdout: take('stdout'), stderr: take('stderr') },
  );
  return told(texts.stdout, texts.stderr, name);
}
