// What a program does, whatever it is written in: plain values, made of an experiment.
import type { Engine, EngineOptions, LayerName } from '../../core/index.ts';
import type { Figure } from '../figure.ts';
import type { InputText } from './input-text.ts';

export interface Plan {
  engine: Engine;
  options: EngineOptions;
  /** The machine it holds on, as a comment says it. */
  holdsOn: string;
  /** Digits, or with TensorFlow.js any text. */
  seed: string;
  p: number;
  layer: LayerName;
  inplace: boolean;
  call: number;
  /** The input as it was written. */
  input: InputText;
  /** The input before the first call; null where it is too large to be looked at. */
  x: Figure | null;
  /** What the last call gives; null where it is too large, or not sure to every bit. */
  expected: Figure | null;
}

/** Why there is no program: its message is for the reader. */
export class NoProgram extends Error {}

/** Beyond this many elements a program holds a checksum of its output instead of its numbers. */
export const MOST_EXPECTED = 400;

/** Beyond this many elements an input is written as a call, or not at all. */
export const MOST_LITERAL = 4096;
