// How the figure shows a match of the search, if it can.
import type { SeedMatch } from '../../core/index.ts';
import { SETTINGS, type Settings } from '../settings.ts';
import { searchedEngineText } from './searched-engine.ts';

/** The settings that show it; null if they cannot say what was drawn before. */
export function shownMatch(match: SeedMatch): Partial<Settings> | null {
  const { seed, call, p, layer, skip, drawn } = match;
  const knowsSkip = (SETTINGS as readonly string[]).includes('skip');
  if (skip > 0 && !knowsSkip) return null;
  return {
    engine: searchedEngineText(match),
    seed: String(seed),
    call: String(call),
    p: String(p),
    layer,
    inplace: 'false',
    ...(drawn !== '' && { input: drawn }),
    ...(knowsSkip && { skip: String(skip) }),
  };
}
