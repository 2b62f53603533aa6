// What assistive technology and the reader's settings ask of the page.
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './playground-page.ts';

for (const colorScheme of ['light', 'dark'] as const) {
  for (const language of ['en', 'de', 'fr', 'hi']) {
    test(`axe finds nothing in ${language}, ${colorScheme}`, async ({ playground }) => {
      const { page } = playground;
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await playground.open(`?lang=${language}`);
      await playground.text.fill('[[1, 2, -3], [-4, 0, 6]]');
      await playground.p.fill('2');
      await expect(playground.errorOf('p')).toBeVisible();
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    });
  }
}

test('no language leaves a text in English', async ({ playground }) => {
  const { page } = playground;
  const texts = () =>
    page.evaluate(() => {
      const root = document.querySelector('dropout-playground')?.shadowRoot as ShadowRoot;
      const labels = [...root.querySelectorAll('label, .label, figcaption b, .sum')];
      return labels.map((label) => label.textContent?.replace(/[\d\s.,%·]/g, ''));
    });
  const english = await texts();
  for (const language of ['de', 'fr', 'hi']) {
    await page.getByRole('combobox').selectOption(language);
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    await expect.poll(async () => (await texts())[0]).not.toBe(english[0]);
    // Seed and mask are the same word in some of them.
    const same = (await texts()).filter((text, i) => text === english[i]);
    expect(same.filter((text) => !['seed', 'Seed'].includes(text ?? ''))).toEqual([]);
  }
});

for (const width of [320, 390, 800, 1280, 1920]) {
  test(`nothing overflows at ${width} px`, async ({ playground }) => {
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
