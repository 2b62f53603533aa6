// Threads from the cells of the mask to their dots, as paths of SVG.

/** In the pixels of what they are drawn on. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export interface Ends {
  /** The first and the last cell of a draw: the same, unless elements share it. */
  first: Box;
  last: Box;
  /** The lower edge of the tensor. */
  lowest: number;
  dot: Box;
}

/** An element's box in the pixels of a host, which the page may have scaled. */
export function boxIn(host: HTMLElement, element: Element): Box {
  const own = host.getBoundingClientRect();
  const scale = host.offsetWidth / own.width;
  const { left, top, right, bottom } = element.getBoundingClientRect();
  return {
    left: (left - own.left) * scale,
    top: (top - own.top) * scale,
    right: (right - own.left) * scale,
    bottom: (bottom - own.top) * scale,
  };
}

/** The box of what stands at a place of a strip, and so far above its lower edge. It may be on its way there. */
export function boxAt(strip: Box, place: number, rise: number, size: number): Box {
  const middle = strip.left + place * (strip.right - strip.left);
  const bottom = strip.bottom - rise;
  return { left: middle - size / 2, top: bottom - size, right: middle + size / 2, bottom };
}

/** From the mark around a cell to that around a dot. */
const MARK = 3;
/** Half of what lies between two columns of cells. */
const HALF_A_GAP = 1.5;
const BEND = 0.62;

/** Down to below the tensor, between two columns if there are cells below its own, and in a curve to the dot. */
export function threadPath({ first, last, lowest, dot }: Ends): string {
  const bottom = Math.max(first.bottom, last.bottom);
  const right = Math.max(first.right, last.right);
  const isLowest = lowest - bottom < 1;
  const from = isLowest ? (Math.min(first.left, last.left) + right) / 2 : right + HALF_A_GAP;
  const to = (dot.left + dot.right) / 2;
  const [start, end] = [lowest + MARK, dot.top - MARK];
  const bend = (end - start) * BEND;
  const at = (...numbers: number[]) => numbers.map((number) => number.toFixed(1)).join(' ');
  const down = isLowest ? '' : `M${at(from, bottom)}V${at(start)}`;
  return `${down || `M${at(from, start)}`}C${at(from, start + bend, to, end - bend, to, end)}`;
}

/** Around cells that share a draw. Their own mark is around one of them. */
export function blockPath({ first, last }: Ends): string {
  const left = Math.min(first.left, last.left) - MARK;
  const width = Math.max(first.right, last.right) + MARK - left;
  const top = first.top - MARK;
  const height = last.bottom + MARK - top;
  return `M${left} ${top}h${width}v${height}h${-width}z`;
}
