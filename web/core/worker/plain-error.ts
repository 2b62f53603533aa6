// An error on its way to or from a worker, which would lose its class and all that it has besides.

/** What an error of this package has besides its class. */
const PROPERTIES = [
  'name',
  'message',
  'code',
  'reason',
  'line',
  'column',
  'stage',
  'details',
] as const;

export type PlainError = Partial<Record<(typeof PROPERTIES)[number], unknown>>;

const CLASSES = new Map<unknown, ErrorConstructor>(
  [RangeError, SyntaxError, TypeError].map((ErrorClass) => [ErrorClass.name, ErrorClass]),
);

export function plainError(error: object): PlainError {
  // Named one by one: in WebKit every error has a line, and those it got itself are not enumerable.
  return Object.fromEntries(PROPERTIES.map((name) => [name, (error as PlainError)[name]]));
}

export function errorOf({ name, message, ...more }: PlainError): Error {
  const ErrorClass = CLASSES.get(name) ?? Error;
  const known = Object.entries(more).filter(([, value]) => value !== undefined);
  return Object.assign(new ErrorClass(String(message)), Object.fromEntries(known));
}
