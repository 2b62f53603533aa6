// A program of a runtime: the programs come as an argument, what they print goes out as JSON.
import process from 'node:process';
// It does nothing where there is no DOM, as on a server that renders a page with it.
import 'dropout-playground/embed';
import { printed } from './program.js';

const [programs, place] = process.argv.slice(2);
const { inWorker } = place === 'worker' ? await import('./in-worker.js') : {};
console.log(JSON.stringify(await (inWorker ?? printed)(JSON.parse(programs))));
