// A pause in which the program can handle input, timers and drawing.

// Not a timer, which waits 4 ms in a page, and a second in a hidden tab. Not a message in Node, where messages
// keep timers waiting.
const channel = typeof setImmediate === 'undefined' ? new MessageChannel() : undefined;

/** Resolves in a task of its own. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    if (!channel) {
      setImmediate(resolve);
      return;
    }
    channel.port1.addEventListener('message', () => resolve(), { once: true });
    channel.port1.start();
    channel.port2.postMessage(null);
  });
}
