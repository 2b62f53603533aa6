// What load() resolves to.
import { layers } from './dropout.ts';
import { Generator } from './generator.ts';
import { identify } from './identify/identify.ts';
import { jax } from './jax/random.ts';
import { arange, full, linspace, ones, zeros } from './makers.ts';
import { Tensor } from './tensor.ts';
import { parse, tensor } from './tensor-from-data.ts';

export const api = Object.freeze({
  tensor,
  parse,
  identify,
  ones,
  zeros,
  full,
  arange,
  linspace,
  Tensor,
  Generator,
  jax,
  ...layers,
});

export type Playground = typeof api;
