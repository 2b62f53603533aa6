// When a tensor is released: at the end of the tidy() in which it was made, or else some time after it is forgotten.

/** What holds a part of the operations' memory. */
export interface Held {
  dispose(): void;
  /** @internal Forgets its number, which whoever gets it here releases. */
  giveUp(): number;
  /** @internal The tidy() that disposes of it, and its place there. */
  scope: Scope | undefined;
  /** @internal */
  place: number;
}

/** What was made in a tidy() that runs. */
class Scope {
  readonly members: Held[] = [];

  add(held: Held): void {
    held.scope = this;
    held.place = this.members.length;
    this.members.push(held);
  }

  // The last one gets its place.
  delete(held: Held): void {
    const last = this.members.pop() as Held;
    if (last !== held) {
      this.members[held.place] = last;
      last.place = held.place;
    }
    held.scope = undefined;
  }

  end(): void {
    release(this.members.map((held) => held.giveUp()).reverse());
  }
}

export type { Scope };

/** The tidy() that runs, the innermost of them. */
let innermost: Scope | undefined;

let release: (ids: readonly number[]) => void = () => {};

// Some hosts of Workers have no such registry: there only dispose() and tidy() release.
const forgotten =
  typeof FinalizationRegistry === 'undefined'
    ? undefined
    : new FinalizationRegistry<number>((id) => release([id]));

/** How the numbers of what was forgotten are released. */
export function releaseBy(by: (ids: readonly number[]) => void): void {
  release = by;
}

/** Something that was made: the innermost tidy() disposes of it, or else the garbage collector releases its number. */
export function made(held: Held, id: number): void {
  if (innermost) innermost.add(held);
  else forgotten?.register(held, id, held);
}

/** Nobody else need dispose of it any more. */
export function disposed(held: Held): void {
  if (held.scope) held.scope.delete(held);
  else forgotten?.unregister(held);
}

/** Takes it out of the tidy() in which it was made. */
export function keep(held: Held, id: number): void {
  if (!held.scope) return;
  held.scope.delete(held);
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
  const around = innermost;
  const scope = new Scope();
  innermost = scope;
  try {
    const result = use();
    innermost = around;
    for (const [held, id] of [...stays(result)]) {
      if (held.scope !== scope) continue;
      scope.delete(held);
      made(held, id);
    }
    return result;
  } finally {
    innermost = around;
    scope.end();
  }
}
