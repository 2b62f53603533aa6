// <dropout-playground> while it loads, and where that fails: it keeps its room, says that it loads, tries again.
import { execFileSync } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { expect, type HostPage, test, VERSION_1 } from './host-page.ts';
import { checkRows } from './rows.ts';

const SCRIPTS = [VERSION_1];
const TRAIN = { name: 'train output', exact: true } as const;

const cli = new URL('../../dist/cli.js', import.meta.url).pathname;
const html = (...args: string[]) =>
  execFileSync(process.execPath, [cli, ...args, '--html']).toString();

async function chunk(prefix: string): Promise<string> {
  const names = await readdir(new URL('../../dist/', import.meta.url));
  return names.find((name) => name.startsWith(prefix)) as string;
}

/** The sum of the layout's shifts, as browsers count them for a page. */
const watchShifts = ({ page }: HostPage) =>
  page.addInitScript(() => {
    Object.assign(globalThis, { shift: 0 });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        (globalThis as unknown as { shift: number }).shift += (
          entry as unknown as { value: number }
        ).value;
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });

const MOST = 0.05;
const TEXT = '<p>Some text of a post.</p>';

/** Of the guide. It comes before anything is shown, as a script does not. */
const STYLE_SHEET = '<link rel="stylesheet" href="{cdn}/embed/1/dropout-playground.css">';

// Those that have their room before there is a script, and those whose script gives it to them.
const AT_ONCE: [name: string, figure: () => string][] = [
  ['the default', () => '<dropout-playground></dropout-playground>'],
  ['what stands in it', () => `<dropout-playground>${TEXT}</dropout-playground>`],
  ['the command line’s', () => html('[[1, 2, 3, 4], [5, 6, 7, 8]]', '--seed', '42')],
  ['the command line’s of six rows', () => html('torch.ones(6, 6)', '--seed', '123')],
];
const BY_THE_SCRIPT: [name: string, figure: () => string][] = [
  ['a vector', () => '<dropout-playground input="[1, 2, 3, 4]"></dropout-playground>'],
  ['six rows', () => '<dropout-playground input="torch.ones(6, 6)"></dropout-playground>'],
  ['three rows of two', () => '<dropout-playground input="torch.ones(3, 2)"></dropout-playground>'],
  ['a heat map', () => '<dropout-playground input="torch.ones(30, 30)"></dropout-playground>'],
  ['p alone', () => '<dropout-playground controls="p"></dropout-playground>'],
  ['the figure alone', () => '<dropout-playground controls=""></dropout-playground>'],
];

for (const [title, figures] of [
  ['nothing of the page moves when the figure comes', AT_ONCE],
  ['nothing of the page moves once the script has come', BY_THE_SCRIPT],
] as const) {
  test(title, { tag: '@viewport' }, async ({ host }) => {
    await watchShifts(host);
    const { page } = host;
    const isByScript = figures === BY_THE_SCRIPT;
    await checkRows(figures, { title: ([name]) => name }, async ([, figure]) => {
      for (const width of [390, 700, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        const letThrough = await holdBack(host);
        const html = `${TEXT}${figure()}${TEXT.repeat(20)}`;
        await host.open({ html, head: STYLE_SHEET, scripts: SCRIPTS });
        if (isByScript) {
          await expect(page.locator('.room')).toHaveCount(1);
          await page.evaluate(() => new Promise((r) => requestAnimationFrame(() => setTimeout(r))));
          await page.evaluate(() => Object.assign(globalThis, { shift: 0 }));
        }
        await letThrough();
        const shown = page.getByRole('grid', TRAIN).or(page.getByRole('application'));
        await expect(shown.first()).toBeVisible();
        await expect(page.locator('.room')).toHaveCount(0);
        await page.evaluate(() => new Promise((r) => requestAnimationFrame(() => setTimeout(r))));
        const shift = await page.evaluate(() => (globalThis as { shift?: number }).shift);
        expect(shift, `${width}`).toBeLessThanOrEqual(MOST);
      }
    });
  });
}

test('nothing moves without a style sheet either where the first paint waits for the script', {
  tag: '@viewport',
}, async ({ host }) => {
  await watchShifts(host);
  const { page } = host;
  // On a line on which a page is painted long before a script has come.
  await page.route(/embed\/1\/dropout-playground\.js$/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 500));
    await route.continue();
  });
  const figures = [...AT_ONCE, ...BY_THE_SCRIPT];
  await checkRows(figures, { title: ([name]) => name }, async ([, figure]) => {
    await page.setViewportSize({ width: 390, height: 800 });
    await host.open({
      html: `${TEXT}${figure()}${TEXT.repeat(20)}`,
      head: `<script type="module" blocking="render" src="{cdn}/${VERSION_1}"></script>`,
      scripts: [],
    });
    const shown = page.getByRole('grid', TRAIN).or(page.getByRole('application'));
    await expect(shown.first()).toBeVisible();
    await expect(page.locator('.room')).toHaveCount(0);
    await page.evaluate(() => new Promise((r) => requestAnimationFrame(() => setTimeout(r))));
    const shift = await page.evaluate(() => (globalThis as { shift?: number }).shift);
    expect(shift).toBeLessThanOrEqual(MOST);
  });
});

/** Holds the figure's script back until the returned function is called. */
async function holdBack({ page }: HostPage): Promise<() => Promise<void>> {
  let letThrough = () => {};
  const isLetThrough = new Promise<void>((resolve) => {
    letThrough = resolve;
  });
  await page.route(/embed-figure-/, async (route) => {
    await isLetThrough;
    await route.continue();
  });
  return async () => {
    letThrough();
    await page.unrouteAll({ behavior: 'wait' });
  };
}

test('on a slow line it says that it loads, in the language of its place', {
  tag: '@engines',
}, async ({ host }) => {
  const letThrough = await holdBack(host);
  await host.open({
    html: `<dropout-playground lang="de">${TEXT}</dropout-playground>`,
    scripts: SCRIPTS,
  });
  const sign = host.page.getByText('Die interaktive Abbildung wird geladen');
  await expect(sign).toBeVisible();
  await expect(host.embed.locator('p', { hasText: 'Some text' })).toBeVisible();
  await letThrough();
  await expect(host.page.getByRole('grid', { name: 'Train-Ausgabe', exact: true })).toBeVisible();
  await expect(sign).toHaveCount(0);
});

const CHUNKS = [
  ['the figure', 'embed-figure-', '<dropout-playground></dropout-playground>'],
  ['a language', 'embed-de-', '<dropout-playground lang="de"></dropout-playground>'],
  ['the prints', 'embed-more-', '<dropout-playground controls="p printed"></dropout-playground>'],
  [
    'heat maps',
    'embed-large-tensor-',
    '<dropout-playground input="torch.ones(30, 30)"></dropout-playground>',
  ],
] as const;

test('a chunk that could not be loaded is asked for again', { tag: '@engines' }, async ({
  host,
}) => {
  await checkRows(CHUNKS, { title: ([name]) => name }, async ([, prefix, html]) => {
    const file = await chunk(prefix);
    host.fetched.length = 0;
    host.faults.set(file, {});
    await host.open({ html, scripts: SCRIPTS });
    await expect.poll(() => host.fetched).toContain(file);
    host.faults.clear();
    const isGerman = prefix === 'embed-de-';
    const shown = prefix.includes('large')
      ? host.page.getByRole('application').first()
      : host.page.getByRole('grid', {
          name: isGerman ? 'Train-Ausgabe' : 'train output',
          exact: true,
        });
    await expect(shown).toBeVisible();
    expect(host.fetched.filter((name) => name === file).length).toBeGreaterThan(1);
  });
});
