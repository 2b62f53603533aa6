// The error of a core that has only its first part, and how to wait for the rest (./first-part.ts).

/** A function of the rest throws this when it is called before the rest is there. */
export class RestMissing extends Error {
  /** Resolves when the rest is there; rejects with an Error (`wasm`) if it cannot be loaded. */
  readonly rest: Promise<void>;

  constructor(rest: Promise<void>) {
    super('the rest of the core is not there yet');
    this.rest = rest;
  }
}

/** Calls `compute`, and if it needs the rest of the core, once more when that is there. */
export async function withRest<Result>(compute: () => Result): Promise<Result> {
  try {
    return compute();
  } catch (error) {
    if (!(error instanceof RestMissing)) throw error;
    await error.rest;
    return compute();
  }
}
