// Which part of a heat map is in sight. Heat maps of the same shape show the same part for the same view, also if
// their sizes on the page differ.

export interface View {
  /** The middle of the part in sight, as shares of the whole map's width and height. */
  x: number;
  y: number;
  /** 1 shows the whole map. */
  zoom: number;
}

export const WHOLE: View = Object.freeze({ x: 0.5, y: 0.5, zoom: 1 });
