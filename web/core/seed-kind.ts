// How the framework of an engine is seeded.
import type { Engine } from './engines.ts';
import { ENGINE_RECORDS } from './records.ts';

export type SeedKind = (typeof ENGINE_RECORDS)[Engine]['seedKind'];

/** Undefined for a name that is no engine's. */
export function seedKindOf(engine: string): SeedKind | undefined {
  return Object.hasOwn(ENGINE_RECORDS, engine)
    ? ENGINE_RECORDS[engine as Engine].seedKind
    : undefined;
}
