// What assistive technology and the reader's settings ask of the page.
import languages from '../../web/i18n/languages.json' with { type: 'json' };
import { axeFindings, axeFindingsButOfColours, axeFindingsInBothSchemes } from './axe.ts';
import { expect, type PlaygroundPage, test } from './playground-page.ts';
import { asPosted, publicOutput } from './public-outputs.ts';

const LANGUAGES = Object.keys(languages);

/** Opens what is closed at first, with an answer in each part; no name here is of one language. */
async function showEverything({ page, text, seed, train }: PlaygroundPage) {
  await text.fill('torch.ones(6, 6)');
  await seed.fill('123');
  await expect(train).toHaveText(asPosted(publicOutput('llms-57-macos')));
  await page.locator('dropout-playground dropout-equation td').nth(40).hover();
  await page.locator('gradient-flow summary').click();
  await expect(page.locator('gradient-flow tensor-grid').last()).toBeVisible();
  const comparison = page.locator('machine-comparison');
  // It follows when it is in sight and the edits rest, and what is below its cells moves then.
  await comparison.scrollIntoViewIfNeeded();
  await expect(comparison.locator('tensor-grid').first().getByRole('gridcell')).toHaveCount(36);
  await comparison.locator('summary').first().click();
  await expect(comparison.locator('pre').first()).toBeVisible();
  const search = page.locator('seed-search');
  await search.locator('#output').fill(asPosted(publicOutput('llms-57-linux')));
  await search.locator('.actions button').nth(1).click();
  await expect(search.locator('tbody tr')).toHaveCount(1);
}

for (const language of LANGUAGES) {
  const isFirst = language === 'en';
  const schemes = isFirst ? ', light or dark' : '';
  const findingsOf = isFirst ? axeFindingsInBothSchemes : axeFindingsButOfColours;
  test(`axe finds nothing in ${language}${schemes}`, async ({ playground }) => {
    test.slow();
    const { page } = playground;
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await playground.open(`?lang=${language}`);
    await showEverything(playground);
    expect(await findingsOf(page)).toEqual([]);

    // Beside their fields, and with a machine that cannot do what the others can.
    const search = page.locator('seed-search');
    await playground.seed.fill('-1');
    await page.locator('machine-comparison .chips button[aria-pressed=false]').last().click();
    await search.locator('#output').fill('[1, x]');
    await search.locator('.actions button').first().click();
    await expect(search.getByRole('alert')).toBeVisible();
    await playground.p.fill('2');
    await expect(playground.errorOf('p')).toBeVisible();
    expect(await findingsOf(page)).toEqual([]);

    await playground.p.fill('0.5');
    await playground.text.fill('torch.ones(64, 64)');
    await expect(page.locator('dropout-playground dropout-equation tensor-heat-map')).toHaveCount(
      4,
    );
    expect(await findingsOf(page)).toEqual([]);
  });
}

test('axe sees what is wrong in a shadow root within another', async ({ playground: { page } }) => {
  const grid = page.locator('machine-comparison tensor-grid').first();
  await grid.evaluate((element) => element.shadowRoot?.append(document.createElement('button')));
  expect(await axeFindings(page)).toEqual([['button-name', ['<button></button>']]]);
});

test('no two cells of a tensor have the same name', async ({ playground }) => {
  await playground.text.fill('[[[1, 2]], [[3, 4]]]');
  for (const [name, value] of [
    ['[0] row 1, column 2', '2'],
    ['[1] row 1, column 2', '4'],
  ] as const) {
    const cell = playground.page.getByRole('textbox', { name, exact: true });
    await expect(cell).toHaveValue(value);
  }
});

test('no language leaves a text in English', async ({ playground }) => {
  const { page } = playground;
  const texts = () =>
    page.evaluate(() => {
      const within = (root: ParentNode): string[] =>
        [...root.querySelectorAll('*')].flatMap((element) => [
          ...(element.matches('label, .label, figcaption b, .sum, dt, summary, .primary')
            ? [element.textContent?.replace(/[\d\s.,%·]/g, '') ?? '']
            : []),
          ...(element.shadowRoot ? within(element.shadowRoot) : []),
        ]);
      return within(document.querySelector('main') as HTMLElement);
    });
  await expect(page.locator('take-away #link')).toBeAttached();
  const english = await texts();
  expect(english.length).toBeGreaterThan(15);
  for (const language of LANGUAGES.filter((one) => one !== 'en')) {
    await playground.speak(language);
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    await expect.poll(async () => (await texts())[0]).not.toBe(english[0]);
    // Formulas, names, and words that are the same in some of them.
    const international =
      /^((\P{L}|\p{L}(?!\p{L}))*|seed|inplace|bitsfloat|gradient.*|link|pytorch\+|≤mkl|cuda|validation)$/iu;
    // The words of programs are a file of their own, which comes later.
    const inEnglish = async () =>
      (await texts()).filter((text, i) => text === english[i] && !international.test(text));
    await expect.poll(inEnglish).toEqual([]);
  }
});

for (const width of [320, 390, 800, 1280, 1920]) {
  const tag = ['@viewport', ...([390, 1280].includes(width) ? ['@engines'] : [])];
  test(`nothing overflows at ${width} px`, { tag }, async ({ playground }) => {
    const { page } = playground;
    await page.setViewportSize({ width, height: 800 });
    await showEverything(playground);
    await playground.text.fill('torch.full((12, 12), 1.25)');
    await expect(playground.train).toContainText('2.5');
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
  });
}
