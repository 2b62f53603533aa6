// Which part of a heat map is seen. Heat maps of one shape show the same part for the same view,
// whatever their size on the page.

export interface View {
  /** What is in the middle, as shares of the whole's width and height. */
  x: number;
  y: number;
  /** 1 shows all. */
  zoom: number;
}

export const WHOLE: View = Object.freeze({ x: 0.5, y: 0.5, zoom: 1 });
