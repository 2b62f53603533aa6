// Where an engine's draws come from, in a few words; the same in every language, as names are.
import { ENGINE_RECORDS } from '../../core/records.ts';
import type { Result } from '../experiment.ts';
import { isByHand } from './arithmetic.ts';

export function sourceOf({ engine, options, x }: Pick<Result, 'engine' | 'options' | 'x'>): string {
  const { text, byHand, ofFloat32 }: DrawnFrom = ENGINE_RECORDS[engine].drawnFrom;
  if (isByHand(options) && byHand) return byHand;
  return x.dtype === 'float32' && ofFloat32 ? ofFloat32 : text;
}

interface DrawnFrom {
  readonly text: string;
  readonly byHand?: string;
  readonly ofFloat32?: string;
}
