// A histogram of the numbers drawn as paths of SVG: what is kept from the line upwards, what is dropped upon it.
import type { Histogram } from '../../experiment/draws/bins.ts';
import { fullest } from '../../experiment/draws/histogram.ts';

export interface Columns {
  /** The extent of the picture, in which a bin is 1 wide. */
  width: number;
  height: number;
  kept: string;
  dropped: string;
}

/** Between two columns, as a share of a bin. */
const GAP = 0.14;
/** So much is left above the highest column. */
const HEAD_ROOM = 1.12;

export function columnsOf(histogram: Histogram): Columns {
  const { kept, dropped } = histogram;
  const height = fullest(histogram) * HEAD_ROOM;
  const column = (bin: number, bottom: number, count: number) =>
    count === 0 ? '' : `M${bin + GAP / 2} ${height - bottom}h${1 - GAP}v${-count}h${GAP - 1}z`;
  return {
    width: kept.length,
    height,
    kept: Array.from(kept, (count, bin) => column(bin, 0, count)).join(''),
    dropped: Array.from(dropped, (count, bin) => column(bin, kept[bin] as number, count)).join(''),
  };
}
