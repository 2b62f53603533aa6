// A page's script, which the test then calls.
import { inWorker } from './in-worker.js';
import { printed } from './program.js';

Object.assign(globalThis, { printed, inWorker });
