// The programs of programs/*.json, each file in one interpreter: each prints what PyTorch 1.13 printed, and warns and
// fails in its words.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { before, describe, test } from 'node:test';
import type { Interpreter } from '../../web/python/interpreter.ts';
import { startInterpreter } from './start-interpreter.ts';
import { type NamedProgram, run, told } from './told.ts';

interface Recorded {
  programs: (NamedProgram & { stdout: string; stderr?: string })[];
}

const folder = new URL('./programs/', import.meta.url);

for (const script of readdirSync(folder).filter((file) => /^(drawn|layers)\.py$/.test(file))) {
  describe(`a program of ${script}`, () => {
    let interpreter: Interpreter;
    before(async () => {
      interpreter = await startInterpreter();
    });
    const json = new URL(script.replace('.py', '.json'), folder);
    const { programs } = JSON.parse(readFileSync(json, 'utf8')) as Recorded;
    for (const { stdout, stderr = '', ...program } of programs) {
      test(program.name, () => {
        assert.deepEqual(run(interpreter, program), told(stdout, stderr, program.name));
      });
    }
  });
}
