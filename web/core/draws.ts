// What a layer drew in its last forward: the numbers, and what they decided.
import type { Shape } from './shape.ts';

/** Why the last forward did what it did: one entry for each element of the mask, row-major. */
export interface Draws {
  /** That of the mask. */
  readonly shape: Shape;
  /** The numbers drawn, exactly as the framework compares them. */
  readonly uniforms: Float64Array;
  /**
   * What each is compared with: kept where it is below (for `tfjs`, from this on). NaN for `fast`,
   * which compares nothing: a byte, here divided by 256, decides four elements by a table.
   */
  readonly threshold: number;
  /** 1 kept, 0 dropped. */
  readonly kept: Uint8Array;
  /** What survivors are multiplied by. */
  readonly scale: number;
}
