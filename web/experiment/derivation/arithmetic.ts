// By which arithmetic dropout makes an output of an input and its mask.
import type { Engine, EngineOptions } from '../../core/index.ts';
import { ENGINE_RECORDS, LAYER_RECORDS } from '../../core/records.ts';
import type { Result } from '../experiment.ts';

/** Whether the layer's dropped value is the negative saturation of SELU. */
export function isAlpha({ layer }: Pick<Result, 'layer'>): boolean {
  return LAYER_RECORDS[layer].isAlpha;
}

/** Whether dropout divides by 1 - p, rather than multiplying by its rounded inverse. */
export function divides({ engine, options }: Pick<Result, 'engine' | 'options'>): boolean {
  return ENGINE_RECORDS[engine].arithmetic !== 'product' || isByHand(options);
}

/** Whether dropout is a line of a program, and no layer of PyTorch. */
export function isByHand({ form = 'layer' }: EngineOptions): boolean {
  return form !== 'layer';
}

/** 1 - p, rounded as the dtype rounds: what such a framework divides by. */
export function keepProbability({ p, x }: Pick<Result, 'p' | 'x'>): number {
  return x.dtype === 'float32' ? Math.fround(1 - p) : 1 - p;
}

/** Whether the framework selects zero for what is dropped, rather than multiplying by it. */
export function selectsZero(engine: Engine): boolean {
  return ENGINE_RECORDS[engine].arithmetic === 'selected-quotient';
}
