// The programs of programs/own that do not print here what they print in PyTorch 1.13, and why.

/** Reasons that several programs have. */
const LAST_DIGITS = 'the last digits of sums differ, as they do between versions of PyTorch';
const NO_UINT8 = 'there is no uint8 here';

/** By the name of the program. */
export const NOT_YET: Readonly<Record<string, string>> = {
  'a02-tensor-basics': 'there are neither int16 nor uint8 here',
  'a06-errors': 'the overloads that an error lists are those that are here',
  'a08-optim-all': `NAdam weighs its momentum as PyTorch 2 does, and ${LAST_DIGITS}`,
  'a09-schedulers': LAST_DIGITS,
  'a11-rnns': LAST_DIGITS,
  'a12-attention': 'dropout of a transposed tensor draws in the order in memory, as in PyTorch 2',
  'a17-seeds': 'the state of a generator is uint8 in PyTorch',
  'b04-cnn-train': LAST_DIGITS,
  'b09-dtype-print': NO_UINT8,
  'b16-vae-ish':
    'RMSprop steps by the signs of rounding errors where a bias is before a batch norm',
  'c03-regression': LAST_DIGITS,
  'c08-scalar-tensor-math': 'the overloads that an error lists are those that are here',
  'c10-context': 'the state of a generator is uint8 in PyTorch',
  'd01-distributions': 'multinomial draws as in PyTorch 2',
  'd04-rnn-manual': 'dropout of a transposed tensor draws in the order in memory, as in PyTorch 2',
  'e03-compare-modes': 'it prints an address',
};
