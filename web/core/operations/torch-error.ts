// What an operation raises, as an error of JavaScript's.

/** The exceptions of Python's that PyTorch raises. */
export type TorchException =
  | 'RuntimeError'
  | 'IndexError'
  | 'TypeError'
  | 'ValueError'
  | 'NotImplementedError';

/** An error of an operation: with PyTorch's message, and the class that it has in Python. */
export type TorchError = Error & { readonly code: 'torch'; readonly exception: TorchException };

const CLASSES: Readonly<Record<string, ErrorConstructor>> = {
  IndexError: RangeError,
  ValueError: RangeError,
  TypeError,
};

export function torchError(exception: string, message: string): TorchError {
  const error = new (CLASSES[exception] ?? Error)(message);
  return Object.assign(error, {
    code: 'torch' as const,
    exception: exception as TorchException,
  });
}
