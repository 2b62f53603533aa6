// Runs the suite in this process.
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { javascriptLoop } from './peers/javascript-loop.mjs';
import { jaxJs } from './peers/jax-js.mjs';
import { jaxTraining } from './peers/jax-training.mjs';
import { onnxruntime } from './peers/onnxruntime.mjs';
import { pythonWithPytorch, pytorch } from './peers/pytorch.mjs';
import { pytorchProgram } from './peers/pytorch-program.mjs';
import { pytorchTraining } from './peers/pytorch-training.mjs';
import { tfjs } from './peers/tfjs.mjs';
import { tfjsTraining } from './peers/tfjs-training.mjs';
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
    ...(pythonWithPytorch() ? [await pytorch(playground.api)] : []),
  ];
  const torch = async () => (await importFrom(addresses.torch)).load();
  const trainers = async (network) => [
    await tfjsTraining(network),
    await jaxTraining(network, addresses.jaxVersion),
    ...(pythonWithPytorch() ? [await pytorchTraining(network)] : []),
  ];
  const environment = {
    ...{ playground, shipped: await load(), torch, peers, trainers, progress },
    lab: () => importFrom(addresses.lab),
    ...(pythonWithPytorch() && { pytorchProgram }),
  };
  const results = await runSuite(environment, options);
  return { version: `Node ${process.version}`, results };
}
