// The embed where a test simulates a browser: it keeps what stands in it and its attributes, and throws nothing.
import assert from 'node:assert/strict';

const window = await windowOf(process.argv[2]);
for (const name of Object.getOwnPropertyNames(window)) {
  if (name in globalThis || /^_|^(?:undefined|NaN|Infinity)$/.test(name)) continue;
  const descriptor = { configurable: true, get: () => window[name] };
  Object.defineProperty(globalThis, name, descriptor);
}
// Node has classes of its own for events, of which a simulated element takes none.
for (const name of ['Event', 'CustomEvent', 'EventTarget']) globalThis[name] = window[name];
const failures = [];
process.on('unhandledRejection', (error) => failures.push(error));
window.addEventListener('error', ({ error }) => failures.push(error));

await import('dropout-playground/embed/1');
document.body.innerHTML =
  '<dropout-playground p="0.25" loading="eager"><p>kept</p></dropout-playground>';
const figure = document.querySelector('dropout-playground');
assert.equal(figure.p, '0.25');
assert.equal(figure.seed, '42');
figure.seed = 7;
figure.settings = { ...figure.settings, p: '0.5' };
assert.equal(figure.getAttribute('seed'), '7');
assert.equal(figure.getAttribute('p'), '0.5');
figure.remove();
document.body.append(figure, document.createElement('dropout-playground'));
await new Promise((resolve) => setTimeout(resolve, 1000));
assert.equal(figure.textContent, 'kept');
assert.deepEqual(failures, []);
console.log('kept');
process.exit(0);

async function windowOf(name) {
  if (name === 'happy-dom')
    return new (await import('happy-dom')).Window({ url: 'http://localhost/' });
  const { JSDOM } = await import('jsdom');
  return new JSDOM('<!doctype html><body>', { url: 'http://localhost/' }).window;
}
