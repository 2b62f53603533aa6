// What of the API a figure needs, which is half of it: an embed goes without the rest.
import {
  AlphaDropout,
  Dropout,
  Dropout1d,
  Dropout2d,
  Dropout3d,
  FeatureAlphaDropout,
} from './dropout.ts';
import { Generator } from './generator.ts';
import { ones } from './makers.ts';
import { parse } from './tensor-from-data.ts';

export const figureCore = Object.freeze({
  parse,
  ones,
  Generator,
  Dropout,
  Dropout1d,
  Dropout2d,
  Dropout3d,
  AlphaDropout,
  FeatureAlphaDropout,
});

export type FigureCore = typeof figureCore;
