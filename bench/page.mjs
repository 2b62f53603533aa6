// The suite in a browser: bundled, and imported by the page that chromium.mjs opens.

import * as lab from './lab/lab.ts';
import { javascriptLoop } from './peers/javascript-loop.mjs';
import { jaxJs } from './peers/jax-js.mjs';
import { jaxTraining } from './peers/jax-training.mjs';
import { onnxruntime } from './peers/onnxruntime.mjs';
import { tfjs } from './peers/tfjs.mjs';
import { tfjsTraining } from './peers/tfjs-training.mjs';
import * as playground from './playground.ts';
import { runSuite } from './suite.mjs';

/**
 * @param {import('./suite.mjs').Options} options
 * @param {{ wasm: string, shipped: string, torch: string, packages: string, jaxVersion: string }} addresses
 * @param {(text: string) => unknown} progress
 */
export async function run(options, { wasm, shipped, torch, packages, jaxVersion }, progress) {
  await playground.load({ wasm: new URL(wasm, location.href) });
  const { load } = await import(new URL(shipped, location.href).href);
  const peers = async () => [
    javascriptLoop(),
    await tfjs('wasm', packages),
    await tfjs('cpu', packages),
    await onnxruntime(packages),
    await jaxJs(jaxVersion),
  ];
  const environment = {
    playground,
    shipped: await load(),
    torch: async () => (await import(new URL(torch, location.href).href)).load(),
    peers,
    trainers: async (network) => [
      await tfjsTraining(network, packages),
      await jaxTraining(network, jaxVersion),
    ],
    lab: async () => lab,
    progress,
  };
  return runSuite(environment, options);
}
