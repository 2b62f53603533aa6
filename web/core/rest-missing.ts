// Where a core of two parts has not enough: its first part alone is there, until the rest has come.

/** What a function of the rest throws that is called before the rest has come. */
export class RestMissing extends Error {
  /** Settled when it is there, or rejected with why it does not come (Error, `wasm`). */
  readonly rest: Promise<void>;

  constructor(rest: Promise<void>) {
    super('the rest of the core is not there yet');
    this.rest = rest;
  }
}

/** What `compute` gives, after the rest of the core has come if that takes it. */
export async function withRest<Result>(compute: () => Result): Promise<Result> {
  try {
    return compute();
  } catch (error) {
    if (!(error instanceof RestMissing)) throw error;
    await error.rest;
    return compute();
  }
}
