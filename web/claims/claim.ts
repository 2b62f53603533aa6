// What a text says that a program prints.

/** A range of lines, from 1, its last one included. */
export interface Lines {
  first: number;
  last: number;
}

export interface Claim {
  /** What is said to be printed, or to be the value: as it is written, without `#` and label. */
  text: string;
  /** Where it is written. */
  at: Lines;
  /** The lines of code of which it is said. */
  of: Lines;
  /** Lines of which it may be said as well: what stands between two lines may be about each of them. */
  orOf?: Lines;
  /**
   * - `comment`: beside a line, or below it, a value
   * - `words`: there, a line of words
   * - `session`: between prompts, where values are shown that are not printed
   * - `output`: in a block of its own, which has all that the lines print
   */
  form: 'comment' | 'words' | 'session' | 'output';
  /**
   * When this is a claim and no remark:
   *
   * - `always`
   * - `alike`: if the lines print something of the same form, such as a list of as many numbers
   * - `true`: if the lines print it
   */
  counts: 'always' | 'alike' | 'true';
}
