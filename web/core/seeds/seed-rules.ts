// How each kind of seed is read and given to a generator. A figure's own module has PyTorch's kind alone, and the
// whole core adds the others, so that most figures do not fetch them.
import type { Seed } from '../engines.ts';
import type { SeedKind } from '../seed-kind.ts';
import type { NativeGenerator } from '../wasm/dropout-playground.js';
import { INTEGER } from './integer-seed.ts';

export interface SeedRules {
  /** The seed that a text names. @throws RangeError or TypeError (`seed`). */
  parse(text: string): Seed;
  /** @throws RangeError or TypeError (`seed`), in the framework's words. */
  give(generator: NativeGenerator, seed: Seed): void;
}

const known = new Map<SeedKind, SeedRules>([['integer', INTEGER]]);

export function addSeedRules(rules: Partial<Record<SeedKind, SeedRules>>): void {
  for (const [kind, added] of Object.entries(rules)) known.set(kind as SeedKind, added);
}

/** Those of a kind that the core which is there has. */
export function seedRulesOf(kind: SeedKind): SeedRules {
  // Who runs an experiment has asked for the core that it needs (core-source.ts).
  return known.get(kind) as SeedRules;
}
