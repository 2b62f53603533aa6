// What load() resolves to.
import { Dropout } from './dropout.ts';
import { Generator } from './generator.ts';
import { full, ones, zeros } from './makers.ts';
import { Tensor } from './tensor.ts';
import { parse, tensor } from './tensor-from-data.ts';

export const api = Object.freeze({
  tensor,
  parse,
  ones,
  zeros,
  full,
  Tensor,
  Generator,
  Dropout,
});

export type Playground = typeof api;
