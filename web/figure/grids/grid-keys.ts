// To which cell the keys of the ARIA grid pattern lead in a tensor of any rank, whose slices stand one below
// the other.
import { extents } from './grid-shape.ts';

/** The cell an arrow, Home or End leads to from `index`; null if the key leads nowhere. */
export function cellBeyond(
  event: KeyboardEvent,
  index: number,
  shape: readonly number[],
): number | null {
  const { columns } = extents({ shape });
  const last = shape.reduce((size, extent) => size * extent, 1) - 1;
  const rowStart = index - (index % columns);
  const rowEnd = rowStart + columns - 1;
  const within = (target: number) => (target < 0 || target > last ? null : target);
  switch (event.key) {
    case 'ArrowUp':
      return within(index - columns);
    case 'ArrowDown':
      return within(index + columns);
    case 'ArrowLeft':
      return index > rowStart ? index - 1 : null;
    case 'ArrowRight':
      return index < rowEnd ? index + 1 : null;
    case 'Home':
      return event.ctrlKey ? 0 : rowStart;
    case 'End':
      return event.ctrlKey ? last : rowEnd;
    default:
      return null;
  }
}
