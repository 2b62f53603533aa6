// A pause in which the program handles what came meanwhile: input, timers, drawing.

// A timer would wait 4 ms in a page, and a second in a tab that is not seen; a message would keep
// Node's timers waiting.
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
