// docs/reference and the embed's manifest are written by a program, and somebody has to have run it.
import { execFile } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

test('the reference is what the types say', async () => {
  const cwd = fileURLToPath(new URL('../../', import.meta.url));
  await promisify(execFile)(process.execPath, ['scripts/docs.mjs', '--check'], { cwd });
});
