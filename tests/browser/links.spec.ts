// Links: what an experiment is called in an address, what any address means, and the page's own
// address while one edits.
import { readdirSync, readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { rolldown } from 'rolldown';
import { load } from '../../web/core/node.ts';
import {
  compact,
  fragmentOf,
  LONGEST_LINK,
  machinesIn,
  readFragment,
  UnreadableLink,
} from '../../web/experiment/link.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../web/experiment/settings.ts';
import type * as Address from '../../web/site/address.ts';
import { OPENING } from '../../web/site/opening.ts';
import { expect, test } from './playground-page.ts';

interface Link {
  fragment: string;
  settings: Partial<Settings>;
  /** Those that it says are compared. */
  machines?: string;
}

const { links }: { links: Link[] } = JSON.parse(
  readFileSync(new URL('../fixtures/links.json', import.meta.url), 'utf8'),
);

const settingsOf = (changes: Partial<Settings>): Settings => ({ ...DEFAULT_SETTINGS, ...changes });

test.describe('every link ever made', { tag: '@once' }, () => {
  for (const { fragment, settings, machines = '' } of links) {
    test(`means the same: #${fragment}`, () => {
      for (const text of [`#${fragment}`, fragment]) {
        expect(readFragment(text)).toEqual(settingsOf(settings));
        expect(machinesIn(text)).toBe(machines);
      }
    });
  }

  test('is made again of what it means', () => {
    for (const { fragment, settings, machines } of links) {
      expect(fragmentOf(settingsOf(settings), machines)).toBe(fragment);
    }
  });

  test('is what a browser keeps as it is, and URL too', () => {
    for (const { fragment } of links) {
      expect(new URL(`https://example.org/#${fragment}`).hash.replace(/^#/, '')).toBe(fragment);
    }
  });
});

test.describe('a link', () => {
  const sixteen =
    '[[-1.2345, -2.3456, -3.4567, -4.5678], [-5.6789, -6.7891, -7.8912, -8.9123], \
[-9.1234, -1.3456, -2.4567, -3.5678], [-4.6789, -5.7891, -6.8912, -7.9123]]';

  test('of 16 values has at most 160 characters', () => {
    const settings = settingsOf({ input: sixteen, p: '0.3', seed: '123' });
    expect(fragmentOf(settings)?.length).toBeLessThanOrEqual(160);
    const printed = `tensor(${sixteen.replaceAll('], [', '],\n        [')})`;
    expect(fragmentOf({ ...settings, input: printed })).toBe(fragmentOf(settings));
  });

  test('survives Markdown and chats: plain characters, a plain end, parentheses that match', () => {
    const hostile = [
      'a b',
      '"',
      "'",
      '<b>',
      '`x`',
      '*x*',
      '~',
      '|',
      '\\',
      '{}',
      '!',
      '?',
      '#',
      '%',
    ];
    const inputs = ['[1]', '(1,)', '[1,', '1.', 'x)', '-', '"1","2"', '[1;2]', ...hostile];
    for (const input of inputs) {
      for (const seed of ['42', '7', '', ...hostile]) {
        const fragment = fragmentOf(settingsOf({ input, seed })) as string;
        expect(fragment).toMatch(/^[\w[\]().,:/=&%-]*[A-Za-z\d=]$/);
        const meant = readFragment(fragment) as Settings;
        expect([compact(meant.input), meant.seed]).toEqual([compact(input), seed]);
      }
    }
  });

  test('is never empty: the page by itself opens with something else', () => {
    expect(fragmentOf(DEFAULT_SETTINGS)).toBe('seed=42');
    expect(fragmentOf(settingsOf({ input: ' [1,2,\n3, 4]' }))).toBe('seed=42');
    expect(readFragment('input=[1,2,3,4]&p=0.5&seed=42')).toEqual(DEFAULT_SETTINGS);
  });

  test('is none where it would be too long', () => {
    expect(fragmentOf(settingsOf({ input: `[${'1,'.repeat(20_000)}1]` }))).toBeNull();
    expect(fragmentOf(settingsOf({ input: 'x'.repeat(1_000_000) }))).toBeNull();
    expect(fragmentOf(settingsOf({ seed: ' '.repeat(LONGEST_LINK) }))).toBeNull();
  });

  test('holds half a surrogate pair without failing', () => {
    expect(fragmentOf(settingsOf({ seed: 'a\ud83c', engine: 'tfjs' }))).toBe(
      'seed=a%EF%BF%BD&engine=tfjs',
    );
  });
});

test.describe('a fragment', () => {
  test('with names nobody knows is read without them', () => {
    expect(readFragment('#seed=7&colour=red&__proto__=1&constructor=x')).toEqual(
      settingsOf({ seed: '7' }),
    );
  });

  test('of a later version is no experiment', () => {
    expect(readFragment('#v=2&seed=7')).toEqual(new UnreadableLink('newer version'));
    expect(readFragment('#v=1&seed=7')).toEqual(settingsOf({ seed: '7' }));
  });

  test('that names a place on the page is no experiment either', () => {
    expect(readFragment('#code')).toBeNull();
    expect(readFragment('')).toBeNull();
    expect(readFragment('#')).toBeNull();
  });

  test('has machines that there are not left out, and is not without end', () => {
    expect(machinesIn('#seed=7')).toBe('');
    expect(machinesIn('#machines')).toBe('');
    expect(machinesIn('#v=2&machines=jax')).toBe('');
    expect(machinesIn('#machines=abacus/torch-cuda,gpu=GTX%201650/jax')).toBe(
      'torch-cuda,gpu=GTX 1650 jax',
    );
    expect(machinesIn('#machines=torch-cuda,gpu=T4/abacus')).toBe('torch-cuda,gpu=T4');
    expect(machinesIn('#machines=jax/abacus')).toBe('jax');
    expect(machinesIn('#machines=foo/bar')).toBe('');
    const many = Array.from({ length: 1000 }, (_, i) => `tfjs,key=${i}`).join('/');
    expect(machinesIn(`#machines=${many}`).split(' ').length).toBeLessThanOrEqual(16);
  });

  test('of any kind does not throw', () => {
    const hostile = [
      'seed=%',
      'seed=%E0%A4%A',
      'input=%ff%fe',
      'input=\ud83c&seed=\udf00',
      '&&==&=&',
      'input=<script>alert(1)</script>',
      'input=%3Cimg%20src=x%20onerror=alert(1)%3E',
      'p=1e308&seed=NaN&call=-1&engine=__proto__&layer=toString',
      `input=${'['.repeat(30_000)}`,
    ];
    for (const fragment of hostile) {
      const settings = readFragment(`#${fragment}`) as Settings;
      expect(Object.keys(settings)).toEqual(Object.keys(DEFAULT_SETTINGS));
    }
    expect(readFragment('%')).toBeNull();
    const long = `input=${'1,'.repeat(500_000)}`;
    expect(readFragment(long)).toEqual(new UnreadableLink('too long'));
  });
});

test('dropping white space leaves the tensor as it was', async () => {
  const core = await load();
  const corpus = new URL('../fuzz/corpus/parse/', import.meta.url);
  const texts = [
    ...readdirSync(corpus).map((file) => readFileSync(new URL(file, corpus), 'utf8')),
    ...links.map(({ settings }) => settings.input ?? ''),
    '[[ 1.  -2. ]\n [ 3.5  nan]]',
    '[1 -2 3]',
    '[1 - 2]',
    '2 * torch.ones(2) ** 2 / 3 - 1',
    '( torch.ones( 2 , 3 ) + 1 ) * 2',
    '[ [ 1 , 2 ] , [ 3 , 4 ] ]',
    'x = torch.tensor( [ [ 1. ] ] )',
    'tensor([1, 2])',
    'tensor([1., 2], dtype=torch.float64)',
    'tensor([1.5, 2.])',
    'torch.tensor([1e3])',
    'a == [1]',
  ];
  const tensorOf = (text: string) => {
    for (const engine of ['torch-cpu', 'numpy', 'numpy-pcg64'] as const) {
      const generator = new core.Generator(engine).manualSeed(7);
      try {
        const tensor = core.parse(text, { generator });
        const bytes = new Uint8Array(tensor.toTypedArray().buffer);
        return [tensor.dtype, [...tensor.shape], [...bytes], [...generator.state.bytes]];
      } catch (error) {
        if (!/draws from/.test((error as Error).message)) return null;
      }
    }
    return null;
  };
  let read = 0;
  for (const text of texts) {
    const before = tensorOf(text);
    if (before) {
      ++read;
      expect(tensorOf(compact(text)), text).toEqual(before);
      expect(compact(text).length).toBeLessThanOrEqual(text.length);
    }
  }
  expect(read).toBeGreaterThan(50);
});

// The module by itself: the page that stands around it has a test of its own.
async function openAddress(page: Page) {
  const bundle = await rolldown({
    input: new URL('../../web/site/address.ts', import.meta.url).pathname,
  });
  const { output } = await bundle.generate({ format: 'iife', name: 'address' });
  await bundle.close();
  // Not by the network, where a service worker would stand between the page and what it is given.
  await page.evaluate(`(() => { ${output[0].code}; Object.assign(window, { address }); })()`);
  await page.evaluate(() => {
    Object.assign(window, { seen: [], times: 0 });
    const replace = history.replaceState.bind(history);
    history.replaceState = (...state) => {
      (window as unknown as Watched).times += 1;
      replace(...state);
    };
  });
}

interface Watched {
  address: typeof Address;
  seen: Settings[];
  times: number;
}

test.describe("the page's address", () => {
  test('follows the edits when they rest, without entries in the history', {
    tag: '@engines',
  }, async ({ playground }) => {
    const { page } = playground;
    await page.goto('./?lang=de');
    await openAddress(page);
    const before = await page.evaluate(() => history.length);
    await page.evaluate((settings) => {
      const { address } = window as unknown as Watched;
      for (let seed = 0; seed <= 300; ++seed) {
        const edited = { ...settings, input: '[1, 2]', seed: String(seed) };
        address.writeAddress({ settings: edited, machines: '' });
      }
    }, DEFAULT_SETTINGS);
    await expect(page).toHaveURL(/\?lang=de#input=\[1,2\]&seed=300$/);
    expect(await page.evaluate(() => (window as unknown as Watched).times)).toBe(1);
    expect(await page.evaluate(() => history.length)).toBe(before);
    expect(
      await page.evaluate(() => (window as unknown as Watched).address.readAddress()),
    ).toMatchObject({ settings: { input: '[1, 2]', seed: '300' }, machines: '' });
    await page.evaluate((settings) => {
      const { address } = window as unknown as Watched;
      address.writeAddress({ settings, machines: 'torch-cpu jax' });
    }, DEFAULT_SETTINGS);
    await expect(page).toHaveURL(/\?lang=de#machines=torch-cpu\/jax$/);
  });

  test('tells of a link that is opened in it, and of going back', { tag: '@engines' }, async ({
    playground,
  }) => {
    const { page } = playground;
    await openAddress(page);
    await page.evaluate((settings) => {
      const { address, seen } = window as unknown as Watched;
      address.watchAddress(({ settings }) => seen.push(settings));
      // An edit that did not rest gives way to the link.
      address.writeAddress({ settings: { ...settings, seed: '1' }, machines: '' });
      location.hash = '#seed=8';
    }, DEFAULT_SETTINGS);
    const seeds = () =>
      page.evaluate(() => (window as unknown as Watched).seen.map(({ seed }) => seed));
    await expect.poll(seeds).toEqual(['8']);
    await page.evaluate(() => {
      location.hash = '#main';
    });
    await page.evaluate(() => {
      location.hash = '#seed=9';
    });
    await expect.poll(seeds).toEqual(['8', '9']);
    // The browser tells of a step in a task of its own, which two quick steps may come before.
    for (let step = 0; step < 2; ++step) {
      await page.evaluate(async () => {
        const isTold = new Promise((resolve) => {
          addEventListener('hashchange', resolve, { once: true });
        });
        history.back();
        await isTold;
      });
    }
    await expect.poll(seeds).toEqual(['8', '9', '8']);
    await page.waitForTimeout(500);
    await expect(page).toHaveURL(/#seed=8$/);
  });

  test('says in a sentence that a link cannot be read', async ({ playground }) => {
    const { page } = playground;
    await openAddress(page);
    const problemOf = (hash: string) =>
      page.evaluate((hash) => {
        location.hash = hash;
        const { address } = window as unknown as Watched;
        return [address.addressProblem(), address.readAddress().settings.seed];
      }, hash);
    expect(await problemOf('#seed=7')).toEqual(['', '7']);
    expect(await problemOf('#v=3&seed=7')).toEqual([
      expect.stringContaining('newer version of this page'),
      OPENING.seed,
    ]);
    expect(await problemOf(`#input=${'1'.repeat(LONGEST_LINK)}`)).toEqual([
      expect.stringContaining('too long'),
      OPENING.seed,
    ]);
  });
});

test('the page opens with its own experiment, and by a link with that of the link', {
  tag: '@engines',
}, async ({ playground }) => {
  const { page } = playground;
  await page.goto('./');
  await expect(playground.text).toHaveValue(OPENING.input);
  await expect(playground.seed).toHaveValue(OPENING.seed);
  await page.goto('./#input=[1,2]&seed=7');
  await expect(playground.text).toHaveValue('[1, 2]');
  // Playwright's own goBack waits in Firefox for a load, which there is none of.
  await page.evaluate(() => history.back());
  await expect(playground.text).toHaveValue(OPENING.input);
});

test('a link to machines that there are not opens with the usual ones', async ({ playground }) => {
  const { page } = playground;
  await playground.open('#machines=foo/bar&seed=7');
  const comparison = page.locator('machine-comparison');
  await expect(comparison.getByRole('article')).toHaveCount(3);
  await expect(comparison.getByRole('alert')).toHaveCount(0);
});

test('the logo leads to the page as it opens, in the language that is shown', async ({
  playground,
}) => {
  const { page } = playground;
  await playground.open('de/?lang=en#seed=7');
  const logo = page.getByRole('link', { name: 'Dropout Playground' });
  await logo.click();
  await expect(playground.seed).toHaveValue(OPENING.seed);
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await page.locator('.language select').selectOption('fr');
  await expect(logo).toHaveAttribute('href', './?lang=fr');
  await page.goto('./de/');
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await expect(logo).toHaveAttribute('href', './');
});

test('a link that names machines opens at their comparison, as it was posted', {
  tag: '@engines',
}, async ({ playground }) => {
  const { page } = playground;
  await playground.open();
  await page.getByRole('button', { name: 'JAX', exact: true }).click();
  await expect(page).toHaveURL(/#machines=torch-cpu\/torch-cpu-mkl\/torch-cuda\/jax$/);
  const link = page.url();
  await page.goto('about:blank');
  await page.goto(link);
  const jax = page.getByRole('button', { name: 'JAX', exact: true });
  await expect(jax).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByRole('heading', { name: 'Same seed, another machine' })).toBeInViewport();
  await expect(jax).toBeInViewport();
  await expect(page.getByRole('group', { name: 'print(drop(x)), JAX' })).toContainText('tensor([');
});
