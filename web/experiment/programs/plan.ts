// What the program of an experiment has to do, in any language: plain values.
import type { Engine, EngineOptions, LayerName } from '../../core/index.ts';
import type { BeforeLayer } from '../before-layer.ts';
import type { ShownTensor } from '../shown-tensor.ts';
import type { InputText } from './input-text.ts';

export interface Plan {
  engine: Engine;
  options: EngineOptions;
  /** The machine on which the assertion holds, in the words of a comment. */
  holdsOn: string;
  /** Digits; with TensorFlow.js any text, with JAX the expression that makes a key. */
  seed: string;
  before: Omit<BeforeLayer, 'reseed'> & {
    /** As `seed`; null if there is none. */
    reseed: string | null;
  };
  p: number;
  layer: LayerName;
  inplace: boolean;
  call: number;
  /** The input's text. */
  input: InputText;
  /** The input before the first call; null if it is too large to be written down. */
  x: ShownTensor | null;
  /** The output of the last call; null if it is too large, or if its bits may differ between machines. */
  expected: ShownTensor | null;
}

/** Thrown if the experiment has no such program. The message is for the reader. */
export class NoProgram extends Error {}

/** With more elements, a program has a checksum of its output instead of the numbers. */
export const MOST_EXPECTED = 400;

/** With more elements, an input is written as a call, or not at all. */
export const MOST_LITERAL = 4096;
