// Counts the bytes that a worker fetches while its interpreter starts, since Pyodide fetches its own files itself.

/** Milliseconds between two reports: a page that drew each piece would do nothing else. */
const APART = 60;

/**
 * Counts, from now on, all that this scope fetches, as it is when it has been decompressed.
 *
 * @param onCount Is also told whether nothing that was asked for is still on its way.
 */
export function countFetched(onCount: (bytes: number, hasAll: boolean) => void): void {
  const { fetch } = globalThis;
  let bytes = 0;
  let onTheirWay = 0;
  let toldAt = 0;
  const tell = () => {
    toldAt = performance.now();
    onCount(bytes, onTheirWay === 0);
  };
  const count = ({ length }: Uint8Array) => {
    bytes += length;
    if (performance.now() - toldAt >= APART) tell();
  };
  const end = () => {
    onTheirWay -= 1;
    if (onTheirWay === 0) tell();
  };
  globalThis.fetch = async (...request) => {
    onTheirWay += 1;
    const response = await fetch(...request);
    return response.ok && response.body
      ? new Response(response.body.pipeThrough(counting(count, end)), response)
      : response;
  };
}

function counting(count: (piece: Uint8Array) => void, end: () => void) {
  return new TransformStream<Uint8Array, Uint8Array>({
    transform(piece, controller) {
      count(piece);
      controller.enqueue(piece);
    },
    flush: end,
  });
}
