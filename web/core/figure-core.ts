// The half of the API that figures use. The embed bundles only this half.
import { layers } from './dropout.ts';
import { Generator } from './generator.ts';
import { parse } from './tensor-from-data.ts';

export type { Back, LastCall } from './last-call.ts';

export const figureCore = Object.freeze({ parse, Generator, ...layers });

export type FigureCore = typeof figureCore;
