// The half of the API that figures use. The embed bundles only this half.
import { layers } from './dropout.ts';
import { Generator } from './generator.ts';
import { ones } from './makers.ts';
import { parse } from './tensor-from-data.ts';

export const figureCore = Object.freeze({ parse, ones, Generator, ...layers });

export type FigureCore = typeof figureCore;
