// A pause in which the program can handle input, timers and drawing.

/** Made when it is first needed, since some hosts of Workers have none. */
let channel: MessageChannel | undefined;

// Not a timer, which waits 4 ms in a page, and a second in a hidden tab. Not a message in Node, where messages
// keep timers waiting.
const hasMessages = typeof setImmediate === 'undefined' && typeof MessageChannel !== 'undefined';

/** Resolves in a task of its own. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    if (hasMessages) {
      channel ??= new MessageChannel();
      channel.port1.addEventListener('message', () => resolve(), { once: true });
      channel.port1.start();
      channel.port2.postMessage(null);
    } else if (typeof setImmediate !== 'undefined') {
      setImmediate(resolve);
    } else {
      setTimeout(resolve);
    }
  });
}
