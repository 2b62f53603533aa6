// `npm run pictures`: takes screenshots of every part of the built page into build/pictures, to be looked at: light
// and dark, as wide as a phone and a desktop, and in each language. Some also go into docs/pictures, for the README.
// Icons and the preview for links go into web/site/public.
import { mkdirSync, readFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { preview } from 'vite';
import * as paths from './browsers.mjs';

const MATRIX = { input: '[[1, 2, 3, 4], [5, 6, 7, 8]]', seed: '42' };

const LANGUAGES = JSON.parse(readFileSync('web/i18n/languages.json', 'utf8'));

/** Experiments in the playground, by names that say what they show. */
const EXPERIMENTS = {
  first: {},
  matrix: MATRIX,
  calls: { ...MATRIX, call: '4' },
  inplace: { ...MATRIX, inplace: 'true' },
  negative: { input: '[[1, 0.5, -1.5, 2], [0.5, 3, 2, 0.5], [1.5, -1, -0.5, 1]]', seed: '123' },
  vector: { input: 'torch.ones(10)', seed: '4' },
  alpha: { input: '[[1, 2, 3, 4], [5, 6, 7, 8]]', layer: 'AlphaDropout' },
  attention: { input: 'torch.ones(6, 6)', p: '0.3', seed: '123' },
  special: { input: '[[inf, -inf, nan], [-0., 1e-8, 3e38]]', seed: '1' },
  wrong: { input: '[[1, 2], [3]]', p: '1.5', seed: 'abc' },
  channels: { input: 'torch.ones(2, 4, 3, 3)', layer: 'Dropout2d', seed: '7' },
  wide: { input: 'torch.ones(4, 24)', p: '0.1', seed: '3' },
  map: { input: 'torch.randn(64, 64)', p: '0.3', seed: '1' },
  large: { input: 'torch.rand(4000, 4000)', p: '0.3', seed: '1' },
};

/** What is done before a part is photographed. */
const PARTS = {
  'dropout-playground': async (page) => {
    await page.locator('gradient-flow summary').click();
    await page.locator('dropout-equation .train td').nth(2).hover();
  },
  'machine-comparison': async () => {},
  'on-average': async (page) => {
    await page.locator('on-average').scrollIntoViewIfNeeded();
    await page.waitForTimeout(5000);
  },
  '#practice': async () => {},
  'seed-search': async (page) => {
    await page.locator('seed-search textarea').first().fill(OUTPUT_OF_MATRIX);
    await page.locator('seed-search button[type=submit]').first().click();
    await page.locator('seed-search .verdict').waitFor({ timeout: 120_000 });
  },
  'take-away': async () => {},
  // The last, since the lesson changes what the playground shows.
  'dropout-lesson': async (page) => {
    await page.locator('.learn').click();
    await page.locator('dropout-lesson .choice').nth(0).click();
    await page.waitForTimeout(600);
  },
};

const OUTPUT_OF_MATRIX = '[[2., 4., 6., 8.], [0., 12., 0., 0.]]';

const server = await preview({ preview: { port: 4275 }, logLevel: 'error' });
const executablePath = paths.chromium();
const browser = await chromium.launch({
  args: ['--no-sandbox', '--disable-gpu'],
  ...(executablePath && { executablePath }),
});

/**
 * @param {{ width: number, scheme: 'light' | 'dark', language: string, settings: object }} view
 * @param {(page: import('@playwright/test').Page) => Promise<unknown>} shoot
 */
async function open({ width, scheme, language, settings }, shoot) {
  const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme: scheme });
  await page.goto(`${server.resolvedUrls?.local[0]}?lang=${language}`);
  await page.locator('take-away').waitFor();
  await page.locator('dropout-playground').evaluate((element, changed) => {
    element.choose(changed);
  }, settings);
  await page.locator('large-progress[running]').waitFor({ state: 'detached', timeout: 60_000 });
  await page.evaluate(() => scrollTo(0, 0));
  await page.waitForTimeout(600);
  await shoot(page);
  await page.close();
}

const SIZES = [390, 1280].flatMap((width) =>
  /** @type {const} */ (['light', 'dark']).map((scheme) => ({ width, scheme })),
);

mkdirSync('build/pictures', { recursive: true });

/** @param {string} name */
const pathOf = (name) => {
  console.log(`build/pictures/${name}.png`);
  return `build/pictures/${name}.png`;
};

for (const [name, settings] of Object.entries(EXPERIMENTS)) {
  for (const { width, scheme } of SIZES) {
    await open({ width, scheme, language: 'en', settings }, (page) =>
      page
        .locator('dropout-playground')
        .screenshot({ path: pathOf(`playground-${name}-${width}-${scheme}`) }),
    );
  }
}

for (const language of Object.keys(LANGUAGES)) {
  for (const { width, scheme } of SIZES) {
    await open({ width, scheme, language, settings: MATRIX }, async (page) => {
      for (const [part, prepare] of Object.entries(PARTS)) {
        await prepare(page);
        const path = pathOf(`${part.replace('#', '')}-${width}-${scheme}-${language}`);
        await page.locator(part).screenshot({ path });
      }
    });
  }
}

for (const scheme of /** @type {const} */ (['light', 'dark'])) {
  const view = { width: 1280, scheme, language: 'en', settings: MATRIX };
  await open(view, async (page) => {
    await page.locator('dropout-equation .train td').nth(2).hover();
    // A thread has grown then.
    await page.waitForTimeout(400);
    await page.screenshot({ path: `docs/pictures/page-${scheme}.png` });
    await page.getByRole('button', { name: 'Attention weights' }).click();
    await page.waitForTimeout(600);
    const comparison = page.locator('#machines');
    await comparison.screenshot({ path: `docs/pictures/machines-${scheme}.png` });
  });
}
await open({ width: 1200, scheme: 'light', language: 'en', settings: MATRIX }, async (page) => {
  await page.locator('#take-away').scrollIntoViewIfNeeded();
  const picture = page.locator('experiment-picture');
  await picture.waitFor();
  const figure = await picture.evaluate(async (element) => (await element.fileOf('svg')).text());
  await drawForOthers(figure);
});
await browser.close();
await server.close();

/**
 * Makes what other sites show of this one: its icons, and the preview for links.
 *
 * @param {string} figure  An experiment, as SVG.
 */
async function drawForOthers(figure) {
  const icon = readFileSync('web/site/icon.svg', 'utf8');
  const images = [
    { name: 'icon-192', size: [192, 192], body: icon, style: 'svg { width: 100% }' },
    { name: 'icon-512', size: [512, 512], body: icon, style: 'svg { width: 100% }' },
    // Systems cut off a tenth of a maskable icon on each side.
    {
      name: 'icon-maskable-512',
      size: [512, 512],
      body: icon,
      style: 'svg { width: 60%; margin: 20% }',
    },
    {
      name: 'social',
      size: [1200, 630],
      body: `<h1>Dropout Playground</h1><p>What nn.Dropout does to your tensor, bit for bit.</p>${figure}`,
      style: `body { padding: 64px 60px; font-family: system-ui, sans-serif; color: #1d2129 }
        h1 { margin: 0; font-size: 62px; letter-spacing: -0.02em }
        p { margin: 10px 0 44px; font-size: 32px; color: #5d6371 }
        svg { width: 1080px; height: auto }`,
    },
  ];
  for (const { name, size, body, style } of images) {
    const [width, height] = size;
    const page = await browser.newPage({ viewport: { width, height } });
    await page.setContent(`<style>body { margin: 0; background: #fcfbf8 } ${style}</style>${body}`);
    const path = `web/site/public/${name}.png`;
    await page.screenshot({ path, omitBackground: true });
    console.log(path);
    await page.close();
  }
}
