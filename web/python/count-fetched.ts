// Counts the bytes that a worker fetches while its interpreter starts, since Pyodide fetches its own files itself.

/** Milliseconds between two reports: a page that drew each piece would do nothing else. */
const APART = 60;

/** From now on, of all that this scope fetches, as it is when it has been decompressed. */
export function countFetched(onCount: (bytes: number) => void): void {
  const { fetch } = globalThis;
  let bytes = 0;
  let toldAt = 0;
  const count = ({ length }: Uint8Array) => {
    bytes += length;
    const now = performance.now();
    if (now - toldAt < APART) return;
    toldAt = now;
    onCount(bytes);
  };
  globalThis.fetch = async (...request) => {
    const response = await fetch(...request);
    return response.ok && response.body
      ? new Response(response.body.pipeThrough(counting(count)), response)
      : response;
  };
}

function counting(count: (piece: Uint8Array) => void) {
  return new TransformStream<Uint8Array, Uint8Array>({
    transform(piece, controller) {
      count(piece);
      controller.enqueue(piece);
    },
  });
}
