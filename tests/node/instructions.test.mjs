// What the kernels' speed rests on, as far as the built module shows it: which instructions are there.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';

const MiB = 2 ** 20;

// Binaryen's, which comes with the Emscripten that set-up wrote down.
function disassembler() {
  const toolchain = readFileSync('build/toolchain/wasm.cmake', 'utf8');
  const [, emscripten] = /include\("(.+)\/cmake\/Modules\/Platform/.exec(toolchain) ?? [];
  const candidates = [
    join(emscripten ?? '', '../../libexec/binaryen/bin/wasm-dis'),
    join(emscripten ?? '', '../bin/wasm-dis'), // emsdk
  ];
  return candidates.find((path) => existsSync(path));
}

describe('the wasm', () => {
  const path = disassembler();
  const skip = path ? false : 'there is no wasm-dis beside this Emscripten';
  const code = path
    ? execFileSync(path, ['dist/wasm/dropout-playground.wasm'], {
        encoding: 'utf8',
        maxBuffer: 256 * MiB,
      })
    : '';
  const countIn = (text, instruction) => text.split(`(${instruction}\n`).length - 1;
  const count = (instruction) => countIn(code, instruction);
  // In each function that has any.
  const counts = (instruction) =>
    code
      .split('\n (func ')
      .map((text) => countIn(text, instruction))
      .filter((times) => times > 0);

  // V8 makes eight instructions of it on x86-64, where two extmul and two shuffles do the same.
  test('multiplies words to 64 bits by extmul, never by i64x2.mul', { skip }, () => {
    assert.equal(count('i64x2.mul'), 0);
    assert.ok(count('i64x2.extmul_low_i32x4_u') >= 10);
    assert.equal(count('i64x2.extmul_low_i32x4_u'), count('i64x2.extmul_high_i32x4_u'));
  });

  // Written out they would be more, and Chromium would take a third longer for JAX.
  test('keeps the rounds of Threefry, which rotate three registers by 16 and 24, in a loop', {
    skip,
  }, () => {
    const [ofDraws, ...others] = counts('i8x16.swizzle').toSorted((a, b) => a - b);
    assert.equal(ofDraws, 3 * 2);
    // The search takes a key in each lane, and writes out a call of its loop over them.
    assert.ok(others.length <= 1, `${others}`);
  });

  test('scales by pmin, and has no relaxed SIMD, which is not the same everywhere', {
    skip,
  }, () => {
    assert.ok(count('f32x4.pmin') >= 4);
    assert.doesNotMatch(code, /relaxed/);
  });
});
