// How far the interpreter's start is, as its worker counts it.
import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { countFetched } from '../../web/python/count-fetched.ts';

const { fetch } = globalThis;
afterEach(() => {
  globalThis.fetch = fetch;
});

/** Gives bodies that end when they are told to. */
function held() {
  const ends: (() => void)[] = [];
  globalThis.fetch = async () => {
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(new Uint8Array(1000));
        ends.push(() => {
          controller.enqueue(new Uint8Array(24));
          controller.close();
        });
      },
    });
    return new Response(body);
  };
  return ends;
}

test('all that was fetched is told of at its end, however soon after the last report that is', async () => {
  const ends = held();
  const told: [number, boolean][] = [];
  countFetched((...count) => told.push(count));
  const bodies = ['a', 'b'].map(async (url) => (await globalThis.fetch(url)).arrayBuffer());
  await new Promise((resolve) => setTimeout(resolve, 10));
  for (const end of ends) end();
  await Promise.all(bodies);
  assert.deepEqual(told.at(-1), [2048, true]);
  assert.ok(told.slice(0, -1).every(([, hasAll]) => !hasAll));
});
