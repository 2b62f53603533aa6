// What five texts about dropout show as code runs as it is pasted.
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { Interpreter } from '../../web/python/interpreter.ts';
import { POSTED_CODE } from './posted-code.ts';
import { startInterpreter } from './start-interpreter.ts';

describe('posted code runs as it is pasted', () => {
  let interpreter: Interpreter;
  before(async () => {
    interpreter = await startInterpreter();
  });

  for (const { text, code, prints, isUnseeded = false } of POSTED_CODE) {
    test(text, () => {
      const told = { stdout: '', stderr: '', isUnseeded: false };
      const status = interpreter.run(
        { source: code, filename: 'program.py', isFragment: true, seed: 7 },
        {
          stdout: (bytes) => {
            told.stdout += Buffer.from(bytes);
          },
          stderr: (bytes) => {
            told.stderr += Buffer.from(bytes);
          },
          unseeded: () => {
            told.isUnseeded = true;
          },
        },
      );
      assert.equal(told.stderr, '');
      assert.equal(status, 0);
      if (typeof prints === 'string') assert.equal(told.stdout, prints);
      else assert.match(told.stdout, prints);
      assert.equal(told.isUnseeded, isUnseeded);
    });
  }
});
