// The pieces of a post that somebody can run, and those that quote what was printed.

export interface Block {
  /** The line of the file on which its text begins, from 1. */
  line: number;
  text: string;
  /** As its fence says, in small letters: `python`, `text`, or ''. */
  language: string;
  /** The rest of what its fence says. */
  info: string;
  /** The paragraph in front of it, if there is one. */
  before: string;
  /** Whether it is known to be what the block in front of it prints, as in a notebook. */
  isOutput?: boolean;
}
