// Starts a worker from wherever its program is.
/**
 * A worker that runs a file beside a module.
 *
 * @param module Where that module is: its `import.meta.url`.
 * @param file The file's name there, as the package has it.
 * @param start `new Worker(new URL('./file.js', import.meta.url), { type: 'module' })`, in these words, by
 *   which bundlers know a worker.
 * @throws Error if it cannot be started: where a policy forbids it, WebKit throws at once, and others tell
 *   of it later.
 */
export function startWorker(module: string, file: string, start: () => Worker): Worker {
  try {
    return isOfThisOrigin(module) ? start() : startFromElsewhere(module, file);
  } catch (error) {
    throw notStarted((error as Error).message);
  }
}

// A page may start no worker from elsewhere, but one of its own may import what is there. Who bundles this
// has no file of that name, and serves it from the page's origin.
function startFromElsewhere(module: string, file: string): Worker {
  const program = ['import ', JSON.stringify(module.replace(/[^/]*$/, file))];
  const url = URL.createObjectURL(new Blob(program, { type: 'text/javascript' }));
  const worker = new Worker(url, { type: 'module' });
  // By its first message it has been read.
  worker.addEventListener('message', () => URL.revokeObjectURL(url), { once: true });
  return worker;
}

// webpack and Parcel put the path of the source file here; Deno and Bun have files, and no page.
function isOfThisOrigin(module: string): boolean {
  const { protocol, origin } = new URL(module);
  const page = globalThis.location?.origin;
  return !/^https?:/.test(protocol) || page === undefined || origin === page;
}

/** What is told of a worker that does not start. @internal */
export function notStarted(reason: string): WorkerNotStarted {
  return new WorkerNotStarted(
    `The worker could not be started: ${reason} (a security policy must allow it by worker-src)`,
  );
}

/** There is no worker. @internal */
export class WorkerNotStarted extends Error {}
