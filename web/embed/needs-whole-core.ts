// Whether a figure needs the whole core, as far as that is known before any module is there.
import { DEFAULT_SETTINGS, type Settings } from '../experiment/settings.ts';

/** What the texts of a figure need, its module says itself (../core/figure-module.ts). */
export function needsWholeCore({ engine }: Settings): boolean {
  return engine.trim() !== DEFAULT_SETTINGS.engine;
}
