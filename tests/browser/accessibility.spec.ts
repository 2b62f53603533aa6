// What assistive technology and the reader's settings ask of the page.
import { axeFindings } from './axe.ts';
import { expect, test } from './playground-page.ts';

for (const colorScheme of ['light', 'dark'] as const) {
  for (const language of ['en', 'de', 'fr', 'hi']) {
    const tag = [
      ...(colorScheme === 'dark' ? ['@color-scheme'] : []),
      ...(language === 'en' ? [] : ['@once']),
    ];
    test(`axe finds nothing in ${language}, ${colorScheme}`, { tag }, async ({ playground }) => {
      const { page } = playground;
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await playground.open(`?lang=${language}`);
      await playground.text.fill('[[1, 2, -3], [-4, 0, 6]]');
      await playground.p.fill('2');
      await expect(playground.errorOf('p')).toBeVisible();
      expect(await axeFindings(page)).toEqual([]);
    });
  }
}

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
  const english = await texts();
  expect(english.length).toBeGreaterThan(15);
  for (const language of ['de', 'fr', 'hi']) {
    await page.locator('.language select').selectOption(language);
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    await expect.poll(async () => (await texts())[0]).not.toBe(english[0]);
    // Names, and words that are the same in some of them.
    const international = /^(seed|inplace|bitsfloat|gradient.*)$/i;
    const same = (await texts()).filter((text, i) => text === english[i]);
    expect(same.filter((text) => !international.test(text))).toEqual([]);
  }
});

for (const width of [320, 390, 800, 1280, 1920]) {
  test(`nothing overflows at ${width} px`, { tag: '@viewport' }, async ({ playground }) => {
    const { page } = playground;
    await page.setViewportSize({ width, height: 800 });
    await playground.text.fill('torch.full((12, 12), 1.25)');
    await expect(playground.train).toContainText('2.5');
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
  });
}
