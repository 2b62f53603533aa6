// When a tensor is a heat map.

/** With more elements, numbers cannot be read, and cells would make the page slow. */
export const MOST_CELLS = 400;
