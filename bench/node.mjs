// Runs the suite in this process.
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { javascriptLoop } from './peers/javascript-loop.mjs';
import { jaxJs } from './peers/jax-js.mjs';
import { onnxruntime } from './peers/onnxruntime.mjs';
import { isPytorchInstalled, pytorch } from './peers/pytorch.mjs';
import { tfjs } from './peers/tfjs.mjs';
import { runSuite } from './suite.mjs';

/**
 * Its version, and what the suite gives.
 *
 * @param {import('./suite.mjs').Options} options
 * @param {{ module: string, addresses: object }} files  paths from the root
 * @param {(text: string) => void} progress
 */
export async function inNode(options, { module, addresses }, progress) {
  const importFrom = (path) => import(pathToFileURL(resolve(path)).href);
  const playground = await importFrom(module);
  await playground.load({ wasm: await readFile(addresses.wasm) });
  const { load } = await importFrom(addresses.shipped);
  const peers = async () => [
    javascriptLoop(),
    await tfjs('wasm'),
    await tfjs('cpu'),
    await onnxruntime(),
    await jaxJs(addresses.jaxVersion),
    ...(isPytorchInstalled() ? [await pytorch(playground.api)] : []),
  ];
  const results = await runSuite({ playground, shipped: await load(), peers, progress }, options);
  return { version: `Node ${process.version}`, results };
}
