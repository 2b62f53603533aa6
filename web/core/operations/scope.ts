// When a tensor is released: at the end of the tidy() in which it was made, or else some time after it is forgotten.

/** What holds a part of the operations' memory. */
export interface Held {
  dispose(): void;
}

/** What was made in each tidy() that runs, the innermost last. */
const scopes: Set<Held>[] = [];

let release: (id: number) => void = () => {};

// Some hosts of Workers have no such registry: there only dispose() and tidy() release.
const forgotten =
  typeof FinalizationRegistry === 'undefined'
    ? undefined
    : new FinalizationRegistry<number>((id) => release(id));

/** How the number of what was forgotten is released. */
export function releaseBy(by: (id: number) => void): void {
  release = by;
}

/** Something that was made: the innermost tidy() disposes of it, or else the garbage collector releases its number. */
export function made(held: Held, id: number): void {
  const scope = scopes.at(-1);
  if (scope) scope.add(held);
  else forgotten?.register(held, id, held);
}

/** Nobody else need dispose of it any more. */
export function disposed(held: Held): void {
  if (scopes.at(-1)?.delete(held)) return;
  forgotten?.unregister(held);
  for (const scope of scopes) scope.delete(held);
}

/** Takes it out of the tidy() in which it was made. */
export function keep(held: Held, id: number): void {
  for (const scope of scopes) scope.delete(held);
  forgotten?.register(held, id, held);
}

/**
 * Calls `use`, and disposes of all that it has made but those for which `stays` holds of its result.
 *
 * @param stays Of a result, what of it stays: it belongs to the tidy() around this one, if there is one.
 */
export function inScope<Result>(
  use: () => Result,
  stays: (result: Result) => Iterable<readonly [Held, number]>,
): Result {
  const scope = new Set<Held>();
  scopes.push(scope);
  try {
    const result = use();
    const kept = [...stays(result)].filter(([held]) => scope.delete(held));
    scopes.pop();
    for (const [held, id] of kept) made(held, id);
    scopes.push(scope);
    return result;
  } finally {
    scopes.pop();
    for (const held of scope) held.dispose();
  }
}
