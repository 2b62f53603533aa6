// The embed in the simulated browsers that tests run in.
import { mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../../browser/browsers/fixtures.ts';
import { run, tools, versionOf } from './programs.ts';
import { withProject } from './project.ts';

for (const [title, name, from] of [
  ['jsdom 26', 'jsdom', 'jsdom-26'],
  ['jsdom 29', 'jsdom', 'jsdom'],
  ['happy-dom', 'happy-dom', 'happy-dom'],
] as const) {
  test(`the embed in ${title}`, async () => {
    test.info().annotations.push({ type: 'version', description: versionOf(from) ?? '' });
    await withProject('simulated', async (folder) => {
      await mkdir(join(folder, 'node_modules'), { recursive: true });
      await symlink(join(tools, from), join(folder, 'node_modules', name));
      const told = await run(process.execPath, ['run.mjs', name], folder);
      expect(told.trim()).toBe('kept');
    });
  });
}
