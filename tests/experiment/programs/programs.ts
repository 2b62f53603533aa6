// The programs of experiments, and the same with a mistake in them.
import { readFileSync } from 'node:fs';
import { load } from '../../../web/core/node.ts';
import { isResult, type Result, run } from '../../../web/experiment/experiment.ts';
import {
  type Framework,
  type Program,
  programOf,
} from '../../../web/experiment/programs/program.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../web/experiment/settings.ts';

export const core = await load();

export const fixture = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../fixtures/${name}`, import.meta.url), 'utf8'));

/** The experiment whose settings differ in this from the default. */
export function resultOf(changes: Partial<Settings>): Result {
  const result = run(core, { ...DEFAULT_SETTINGS, ...changes });
  if (!isResult(result)) throw Object.values(result)[0];
  return result;
}

export function programOrError(framework: Framework, changes: Partial<Settings>): Program | Error {
  return programOf(core, framework, resultOf(changes));
}

export function program(framework: Framework, changes: Partial<Settings>): string {
  const written = programOrError(framework, changes);
  if (written instanceof Error) throw written;
  return written.text;
}

/** With another digit in its expected output: it must fail. */
export function altered(text: string): string {
  const other = (digit: string) => (digit === '1' ? '2' : '1');
  const from = text.lastIndexOf('expected = ');
  if (from < 0) return text.replace(/(?<=0x[\da-f]{7})[\da-f]/, other);
  const literal = text.slice(from).replace(/\n(?:assert|torch\.testing)[\s\S]*/, '');
  const [last] = Array.from(literal.matchAll(/(?<![\w.])\d[\d.]*(?:e[-+]?\d+)?/g)).slice(-1);
  const at = from + (last?.index as number);
  return text.slice(0, at) + other(text[at] as string) + text.slice(at + 1);
}

/** Inputs that are hard to write down. */
export const SPECIAL = '[[nan, inf, -inf], [-0.0, 0, -1.5]]';
export const PRECISE = 'tensor([0.1, -0.2, 1e300, 5e-324], dtype=torch.float64)';
