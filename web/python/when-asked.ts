// One file that a confined worker may still fetch: its request is made while the worker can, and sent when it is asked
// for, which happens in the middle of a Python program, so that it waits.

/**
 * Returns what gives the file. A program that gets hold of that can have the file fetched, and nothing else: the
 * request is made already, and reachable from nowhere.
 *
 * @throws Error, when it is asked and the file does not come.
 */
export function whenAsked(url: string): () => Uint8Array {
  const request = new XMLHttpRequest();
  request.open('GET', url, false);
  request.responseType = 'arraybuffer';
  const send = request.send.bind(request);
  return () => {
    send();
    if (request.status !== 200) throw new Error(`${url}: ${request.status}`);
    return new Uint8Array(request.response);
  };
}
