// `npm run pictures`: screenshots of the built page, to be looked at: every width, colour scheme and
// language into build/pictures, and those that the README shows into docs/pictures.
import { existsSync, mkdirSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { preview } from 'vite';

const INPUTS = {
  first: { input: '[1, 2, 3, 4]', p: '0.5', seed: '42' },
  matrix: {
    input: '[[1, 0.5, -1.5, 2], [0.5, 3, 2, 0.5], [1.5, -1, -0.5, 1]]',
    p: '0.5',
    seed: '123',
  },
  attention: { input: 'torch.ones(6, 6)', p: '0.3', seed: '123' },
  special: { input: '[[inf, -inf, nan], [-0., 1e-8, 3e38]]', p: '0.5', seed: '1' },
  wrong: { input: '[[1, 2], [3]]', p: '1.5', seed: 'abc' },
  slices: { input: 'torch.full((2, 3, 5), -1.25)', p: '0.2', seed: '7' },
  wide: { input: 'torch.ones(4, 24)', p: '0.1', seed: '3' },
};

const VIEWS = [
  ...Object.keys(INPUTS).flatMap((input) =>
    [390, 1280].flatMap((width) =>
      ['light', 'dark'].map((scheme) => ({ input, width, scheme, language: 'en' })),
    ),
  ),
  ...['de', 'fr', 'hi'].flatMap((language) =>
    [390, 1280].map((width) => ({ input: 'matrix', width, scheme: 'light', language })),
  ),
];

const server = await preview({ preview: { port: 4275 }, logLevel: 'error' });
const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
const browser = await chromium.launch({
  args: ['--no-sandbox', '--disable-gpu'],
  ...(existsSync(executablePath) && { executablePath }),
});

async function shoot({ input, width, scheme, language }, path, options = { fullPage: true }) {
  const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme: scheme });
  await page.goto(`${server.resolvedUrls.local[0]}?lang=${language}`);
  const playground = page.locator('dropout-playground');
  await playground.locator('.equation').waitFor();
  await playground.evaluate(async (element, attributes) => {
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    await element.updateComplete;
  }, INPUTS[input]);
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 350)));
  await page.screenshot({ path, ...options });
  await page.close();
}

mkdirSync('build/pictures', { recursive: true });
for (const view of VIEWS) {
  const name = `${view.input}-${view.width}-${view.scheme}-${view.language}`;
  console.log(`build/pictures/${name}.png`);
  await shoot(view, `build/pictures/${name}.png`);
}
for (const scheme of ['light', 'dark']) {
  const view = { input: 'matrix', width: 1280, scheme, language: 'en' };
  await shoot(view, `docs/pictures/page-${scheme}.png`, {});
}
await browser.close();
await server.close();
