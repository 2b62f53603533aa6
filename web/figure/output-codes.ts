// The code that gives the outputs of a figure, where it is not that of a layer in train and in eval mode: a post or
// a page may show what a function or a whole model gives.

export interface OutputCodes {
  /** What both outputs stand under, instead of "train output" and "eval output". */
  train: OutputCode;
  eval: OutputCode;
}

export interface OutputCode {
  name: string;
  /** An expression in Python: `F.dropout(x, 0.5)`. */
  code: string;
}
