// What of the API a figure needs, which is half of it: an embed goes without the rest.
import { layers } from './dropout.ts';
import { Generator } from './generator.ts';
import { ones } from './makers.ts';
import { parse } from './tensor-from-data.ts';

export const figureCore = Object.freeze({ parse, ones, Generator, ...layers });

export type FigureCore = typeof figureCore;
