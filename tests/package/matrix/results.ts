// Keeps what the matrix gave, as tests/package/results.md.
import { writeFileSync } from 'node:fs';
import { arch, platform, release } from 'node:os';
import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter';

const file = new URL('../results.md', import.meta.url);

const WORDS: Record<TestResult['status'], string> = {
  passed: 'works',
  failed: '**fails**',
  timedOut: '**fails**',
  interrupted: '**fails**',
  skipped: 'not run',
};

const BROWSERS: Record<string, string> = {
  chromium: 'Chromium',
  firefox: 'Firefox',
  webkit: 'WebKitGTK',
};

export default class Results implements Reporter {
  #rows = new Map<string, string>();

  onTestEnd(test: TestCase, { status, annotations }: TestResult) {
    const browser = test.parent.project()?.name ?? '';
    const isOfEach = test.tags.includes('@engines');
    if (!isOfEach && browser !== 'chromium') return;
    const said = (type: string) =>
      annotations.flatMap((one) => (one.type === type && one.description) || []);
    const note = [...said('note'), ...said('skip')].join('; ');
    const title = isOfEach ? `${test.title}, in ${BROWSERS[browser] ?? browser}` : test.title;
    this.#rows.set(title, `| ${title} | ${said('version')} | ${WORDS[status]} | ${note} |`);
  }

  onEnd() {
    const day = new Date().toISOString().slice(0, 10);
    const machine = `${platform()} ${release().replace(/-.*/, '')}, ${arch()}, Node ${process.versions.node}`;
    const lines = [
      '# Where the package works',
      '',
      `Written by \`npm run test:package\` on ${day} (${machine}). Each row installs what \`npm pack\` gives into`,
      'an empty project and compares what it prints, on the page and in a worker, with what people posted that',
      'PyTorch printed (`tests/fixtures/public-outputs.json`). The bundles run in Chromium under',
      "`script-src 'self' 'wasm-unsafe-eval'`. Of the embed it is what the figure prints.",
      '',
      '| in | version | | |',
      '| --- | --- | --- | --- |',
      ...this.#rows.values(),
      '',
    ];
    writeFileSync(file, lines.join('\n'));
  }
}
