// What a call costs that does next to nothing: the way from JavaScript through the package's classes
// into the wasm module and back. On the shipped package.
import { readOut } from './passes.mjs';
import { timed } from './rounds.mjs';

/** @param {import('dropout-playground').Playground} api */
export function boundary({ tensor, ones, Generator, Dropout }) {
  const small = tensor([1, 2, 3, 4]);
  const x = ones([16]);
  const source = new Float32Array(1024).fill(1);
  const target = new Float32Array(1024);
  const buffer = ones([1024]);
  const generator = new Generator('torch-cpu').manualSeed(42);
  const counter = new Generator('torch-cuda').manualSeed(42);
  const drop = new Dropout(0.5, { generator });
  const dropByCounter = new Dropout(0.5, { generator: counter });
  const identity = new Dropout(0.5, { generator }).eval();

  const calls = {
    'drop.train()': () => drop.train(),
    'drop.eval()': () => drop.eval(),
    'x.sum(), 4 elements': () => small.sum(),
    'x.view()': () => small.view(),
    "manualSeed(42), 'torch-cuda'": () => counter.manualSeed(42),
    "manualSeed(42), 'torch-cpu'": () => generator.manualSeed(42),
    '1,024 elements in and out through view()': () => {
      buffer.view().set(source);
      target.set(buffer.view());
    },
    'forward in eval mode': () => identity.forward(x),
    "forward and dispose, 16 elements, 'torch-cuda'": () => dropByCounter.forward(x).dispose(),
    "forward and dispose, 16 elements, 'torch-cpu'": () => drop.train().forward(x).dispose(),
    'ones([16]) and dispose': () => ones([16]).dispose(),
  };
  return Object.entries(calls).map(([name, call]) => ({
    name,
    sample: timed((times) => {
      for (let i = 0; i < times; ++i) call();
      readOut(target);
    }),
  }));
}
