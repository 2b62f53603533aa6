// <take-away>: the experiment as a link, a program, its print and a picture. What the programs do is
// tested in tests/experiment/programs.
import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { axeFindings } from './axe.ts';
import { endTimers, holdTimers } from './held-timers.ts';
import { expect, type PlaygroundPage, test } from './playground-page.ts';

const FRAMEWORKS = ['PyTorch', 'Flax', 'NumPy', 'JavaScript'];

/** The page's take-away in sight, of the experiment that the page is opened on. */
class TakenAway {
  readonly page: Page;
  readonly host: Locator;
  readonly link: Locator;
  readonly note: Locator;
  readonly picture: Locator;

  constructor(playground: PlaygroundPage) {
    this.page = playground.page;
    this.host = this.page.locator('take-away');
    this.link = this.host.getByRole('textbox', { name: 'Link' });
    this.note = this.host.locator('#program .note');
    this.picture = this.host.locator('experiment-picture svg');
  }

  /** Puts another experiment into the page's address, as a link on the page would. */
  async go(fragment: string) {
    await this.page.evaluate((hash) => {
      location.hash = hash;
    }, fragment);
    await this.show();
    // The page opens on the experiment whose address has none.
    await expect(this.link).toHaveValue(/#/);
  }

  async show() {
    // What stands above it may still get another height.
    await expect(async () => {
      await this.host.evaluate((element) => element.scrollIntoView());
      await expect(this.host.getByRole('tablist')).toBeVisible({ timeout: 500 });
    }).toPass();
  }

  tab(name: string): Locator {
    return this.host.getByRole('tab', { name, exact: true });
  }

  program(name = 'PyTorch'): Locator {
    return this.host.getByRole('tabpanel').getByRole('group', { name, exact: true });
  }

  get output(): Locator {
    return this.host.getByRole('group', { name: 'Printed output' });
  }

  button(name: string): Locator {
    return this.host.getByRole('button', { name, exact: true });
  }

  /** The bytes of the file that the button saves, and its name, taken on their way out. */
  async saved(button: string): Promise<{ name: string; bytes: Buffer }> {
    const name = await this.page.evaluateHandle(() => {
      const taken: { name?: string; blob?: Blob } = {};
      const { createObjectURL } = URL;
      URL.createObjectURL = (blob) => {
        taken.blob = blob as Blob;
        return 'blob:taken';
      };
      HTMLAnchorElement.prototype.click = function () {
        taken.name = this.download;
        URL.createObjectURL = createObjectURL;
        Reflect.deleteProperty(HTMLAnchorElement.prototype, 'click');
      };
      return taken;
    });
    await this.button(button).click();
    await expect.poll(() => name.evaluate((taken) => taken.name)).toBeTruthy();
    const [file, bytes] = await name.evaluate(async ({ name, blob }) => [
      name as string,
      Array.from(new Uint8Array(await (blob as Blob).arrayBuffer())),
    ]);
    return { name: file as string, bytes: Buffer.from(bytes as number[]) };
  }
}

/** A clipboard that keeps what it is given: that of a browser under automation may be anyone's. */
const withClipboard = (page: Page) =>
  page.evaluate(() => {
    const clipboard = {
      text: '',
      async writeText(text: string) {
        this.text = text;
      },
    };
    Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true });
  });

const copied = (page: Page) =>
  page.evaluate(() => (navigator.clipboard as unknown as { text: string }).text);

let taken: TakenAway;
test.beforeEach(({ playground }) => {
  taken = new TakenAway(playground);
});

test.describe('the link', () => {
  test('is the address of the experiment, and leads back to it', { tag: '@engines' }, async ({
    playground,
  }) => {
    await taken.go('#input=[[1,-2],[3,4]]&p=0.3&seed=7&layer=AlphaDropout');
    await expect(playground.seed).toHaveValue('7');
    await taken.show();
    await expect(taken.link).toHaveValue(/seed=7/);
    const train = (await taken.output.textContent()) as string;
    const link = await taken.link.inputValue();
    expect(link).toMatch(/\/#input=\[\[1,-2\],\[3,4\]\]&p=0\.3&seed=7&layer=AlphaDropout$/);
    await playground.page.goto('about:blank');
    await playground.page.goto(link);
    await playground.unfold();
    await expect(playground.train).toHaveText(train);
    await expect(playground.seed).toHaveValue('7');
  });

  test('follows the edits, and is copied by its button', async ({ playground }) => {
    await playground.seed.fill('123');
    await taken.show();
    await expect(taken.link).toHaveValue(/#(?:.*&)?seed=123$/);
    await withClipboard(playground.page);
    await holdTimers(playground.page);
    await taken.button('Copy: Link').click();
    expect(await copied(playground.page)).toBe(await taken.link.inputValue());
    await expect(taken.host.locator('.link .line').first().getByRole('status')).toHaveText(
      'Copied: Link',
    );
    await expect(taken.button('Copied: Link')).toBeVisible();
    // Says so for a while only.
    await endTimers(playground.page);
    await expect(taken.button('Copy: Link')).toBeVisible();
  });

  test('has no language, nor has that of the comparison', async ({ playground, baseURL }) => {
    const { page } = playground;
    await playground.open('fr/?lang=de#input=[1,2]&seed=7');
    await taken.show();
    await expect(taken.host.locator('#link')).toHaveValue(`${baseURL}#input=[1,2]&seed=7`);
    await withClipboard(page);
    await page.locator('machine-comparison .legend copy-button').getByRole('button').click();
    expect(await copied(page)).toMatch(/\/#machines=torch-cpu\/.*&input=\[1,2\]&seed=7$/);
    expect(await copied(page)).toContain(`${baseURL}#`);
  });

  test('is selected where nothing can be copied, which is said', async ({ playground }) => {
    const { page } = playground;
    await taken.show();
    await holdTimers(page);
    await page.evaluate(() => {
      Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true });
    });
    await taken.button('Copy: Link').click();
    await expect(taken.host.locator('.link .line').first().getByRole('status')).toHaveText(
      'Selected: Link. Now copy it with the keyboard.',
    );
    const selected = await taken.link.evaluate((input: HTMLInputElement) =>
      input.value.slice(input.selectionStart ?? 0, input.selectionEnd ?? 0),
    );
    expect(selected).toBe(await taken.link.inputValue());
  });

  test('is beside what a post needs, which shows the same there', async ({
    playground,
    baseURL,
  }) => {
    const { page } = playground;
    await taken.go('#input=[[1,-2],[3,4]]&p=0.3&seed=7&layer=AlphaDropout');
    await expect(playground.seed).toHaveValue('7');
    await taken.show();
    await expect(taken.link).toHaveValue(/seed=7/);
    const train = (await taken.output.textContent()) as string;
    const snippet = await taken.host.locator('#embed').inputValue();
    expect(snippet).toContain(`src="${baseURL}embed/1/dropout-playground.js"`);
    await page.route('**/a-post', (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: `<!doctype html><link rel="icon" href="data:,"><body>${snippet}`,
      }),
    );
    await page.goto('./a-post');
    await page.getByRole('button', { name: 'More' }).click();
    await expect(playground.train).toHaveText(train);
  });

  test('is none for an input too long for it, which the program holds all the same', async ({
    playground,
  }) => {
    const numbers = Array.from({ length: 4000 }, (_, i) => `0.${String(i + 1).padStart(5, '0')}1`);
    await playground.set({ input: `[${numbers.join(', ')}]` });
    await taken.host.evaluate(
      (element, input) => element.setAttribute('input', input),
      `[${numbers.join(', ')}]`,
    );
    await taken.show();
    await expect(taken.host).toContainText('too long for a link');
    await expect(taken.link).toHaveCount(0);
    await expect(taken.program()).toContainText('0.040001');
  });
});

test.describe('the tabs', () => {
  test('show the program of each framework, by mouse', async () => {
    await taken.show();
    const first = {
      PyTorch: 'import torch',
      Flax: 'import jax.numpy as jnp',
      NumPy: 'import numpy as np',
      JavaScript: "import assert from 'node:assert/strict';",
    };
    for (const [name, line] of Object.entries(first)) {
      await taken.tab(name).click();
      await expect(taken.tab(name)).toHaveAttribute('aria-selected', 'true');
      await expect(taken.host.getByRole('tab', { selected: true })).toHaveCount(1);
      expect((await taken.program(name).textContent())?.split('\n')[0]).toBe(line);
    }
  });

  test('are one stop of Tab; arrows, Home and End go through them and round', {
    tag: ['@engines', '@real-input'],
  }, async ({ playground: { page } }) => {
    await taken.show();
    const expectAt = async (name: string) => {
      await expect(taken.tab(name)).toBeFocused();
      await expect(taken.tab(name)).toHaveAttribute('aria-selected', 'true');
      const stops = FRAMEWORKS.map((each) => taken.tab(each).getAttribute('tabindex'));
      const expected = FRAMEWORKS.map((each) => (each === name ? '0' : '-1'));
      expect(await Promise.all(stops)).toEqual(expected);
      await expect(taken.program(name)).toBeVisible();
    };
    await taken.tab('PyTorch').focus();
    const ways = [
      ['ArrowRight', 'Flax'],
      ['ArrowRight', 'NumPy'],
      ['End', 'JavaScript'],
      ['ArrowRight', 'PyTorch'],
      ['ArrowLeft', 'JavaScript'],
      ['ArrowLeft', 'NumPy'],
      ['Home', 'PyTorch'],
    ] as const;
    for (const [key, name] of ways) {
      await page.keyboard.press(key);
      await expectAt(name);
    }
    await page.keyboard.press('Tab');
    await expect(taken.button('Copy: PyTorch')).toBeFocused();
    await page.keyboard.press('Tab');
    await expect(taken.program()).toBeFocused();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Shift+Tab');
    await expectAt('PyTorch');
  });

  test('stay where they are when the language changes', async ({ playground }) => {
    await taken.show();
    await taken.tab('NumPy').click();
    await playground.speak('de');
    await expect(taken.host).toContainText('Programm');
    await expect(taken.tab('NumPy')).toHaveAttribute('aria-selected', 'true');
    await expect(taken.program('NumPy')).toContainText('# NumPy: any version');
  });
});

test.describe('the program', () => {
  test('is copied as it is shown', async ({ playground: { page } }) => {
    await taken.show();
    await withClipboard(page);
    await holdTimers(page);
    for (const name of FRAMEWORKS) {
      await taken.tab(name).click();
      const text = await taken.program(name).textContent();
      await taken.button(`Copy: ${name}`).click();
      await expect.poll(() => copied(page)).toBe(text);
      await endTimers(page);
      await expect(taken.button(`Copy: ${name}`)).toBeVisible();
    }
  });

  test('is what is shown, or says that its framework draws otherwise', async () => {
    await taken.show();
    await expect(taken.note).toHaveText(
      'Ends in an assertion of the output shown here, every bit of it.',
    );
    await taken.tab('NumPy').click();
    await expect(taken.note).toHaveText(
      'Shown here is PyTorch CPU. NumPy draws otherwise: the program asserts its own output, which differs.',
    );
  });

  test('is none where the framework has no such layer', async () => {
    await taken.go('#input=[[1,2],[3,4]]&layer=AlphaDropout');
    await taken.show();
    await taken.tab('Flax').click();
    await expect(taken.note).toHaveText('flax-nnx has no AlphaDropout, only Dropout');
    await expect(taken.button('Copy: Flax')).toHaveCount(0);
    await taken.tab('PyTorch').click();
    await expect(taken.program()).toContainText('torch.nn.AlphaDropout(p=0.5)');
  });

  test('of the last good experiment stands in while a field is wrong', async ({ playground }) => {
    await playground.p.fill('0.25');
    await taken.show();
    await expect(taken.program()).toContainText('Dropout(p=0.25)');
    await playground.p.fill('1.5');
    await expect(playground.errorOf('p')).toBeVisible();
    await playground.seed.fill('7');
    await taken.show();
    await expect(taken.program()).toContainText('manual_seed(7)');
    await expect(taken.program()).toContainText('Dropout(p=0.25)');
    await expect(taken.link).toHaveValue(/p=0\.25&seed=7$/);
    await playground.text.fill('[1, 2');
    await playground.p.fill('0.3');
    await taken.show();
    await expect(taken.program()).toContainText('Dropout(p=0.3)');
    await expect(taken.program()).toContainText('torch.tensor([1., 2., 3., 4.])');
  });

  test('of a large input asserts nothing; the picture is left out', async () => {
    await taken.go('#input=torch.rand(300,300)');
    await taken.show();
    await expect(taken.program()).toContainText('x = torch.rand(300, 300)');
    await expect(taken.program()).not.toContainText('assert');
    await expect(taken.note).toHaveText(
      'Without an assertion at the end, since the tensor is large.',
    );
    await expect(taken.host).toContainText('This tensor is too large for a picture.');
    await expect(taken.picture).toHaveCount(0);
    await taken.tab('NumPy').click();
    await expect(taken.note).toContainText('too large');
  });
});

test('the printed output is what the page prints, copied and announced', {
  tag: '@engines',
}, async ({ playground }) => {
  const { page } = playground;
  await taken.show();
  await holdTimers(page);
  await expect(taken.output).toHaveText((await playground.train.textContent()) as string);
  await withClipboard(page);
  await taken.button('Copy: Printed output').click();
  expect(await copied(page)).toBe('tensor([2., 4., 6., 8.])');
  await expect(taken.host.locator('.output').getByRole('status')).toHaveText(
    'Copied: Printed output',
  );
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error('refused'));
  });
  await taken.button('Copied: Printed output').click();
  await expect(taken.host.locator('.output').getByRole('status')).toContainText('Selected');
  expect(await page.evaluate(() => String(getSelection()))).toContain('tensor([2., 4., 6., 8.])');
});

test.describe('the picture', () => {
  /** The texts of the SVG file; fails unless it is well-formed XML. */
  const parsed = (page: Page, bytes: Buffer) =>
    page.evaluate((text) => {
      const file = new DOMParser().parseFromString(text, 'image/svg+xml');
      const all = [...file.querySelectorAll('*')];
      const texts = (selector: string) =>
        [...file.querySelectorAll(selector)].map(({ textContent }) => textContent ?? '');
      return {
        root: file.documentElement.localName,
        errors: file.querySelectorAll('parsererror').length,
        names: [...new Set(all.map(({ localName }) => localName))].sort(),
        attributes: [...new Set(all.flatMap((element) => element.getAttributeNames()))],
        title: texts('title').join(),
        description: texts('desc').join(),
        texts: texts('text'),
        fills: all.map((element) => element.getAttribute('fill') ?? ''),
      };
    }, bytes.toString());

  test('is saved as SVG: well-formed, without a script, with every number in it', {
    tag: '@engines',
  }, async ({ playground }) => {
    const { page } = playground;
    await taken.go('#input=[[1,2.25,-3],[-4,0.5,60]]&p=0.3&seed=123');
    await expect(playground.seed).toHaveValue('123');
    const train = await playground.grid('train output');
    const unchanged = await playground.grid('eval output');
    await taken.show();
    const { name, bytes } = await taken.saved('Save SVG');
    expect(name).toBe('dropout-p0.3-seed123.svg');
    const svg = await parsed(page, bytes);
    expect([svg.root, svg.errors]).toEqual(['svg', 0]);
    expect(svg.names).toEqual(['defs', 'desc', 'path', 'pattern', 'rect', 'svg', 'text', 'title']);
    expect(svg.attributes.filter((attribute) => /^on|href|style/.test(attribute))).toEqual([]);
    expect(svg.title).toBe(
      'nn.Dropout(p=0.3), seed 123 · PyTorch CPU: version 2.7 and later; before that on macOS and ARM',
    );
    expect(svg.description).toContain(
      `drop.train()(x) = ${await taken.output.textContent()}\ndrop.eval()(x) = `,
    );
    // The input, the mask, then both outputs.
    const numbers = svg.texts.filter((text) => /^-?[\d.]+$/.test(text));
    expect(numbers.slice(0, 6)).toEqual(unchanged);
    expect(numbers.slice(6, 12)).toEqual(await playground.grid('mask'));
    expect(numbers.slice(12)).toEqual([...train, ...unchanged]);
    const dropped = svg.fills.filter((fill) => fill === 'url(#dropped)').length;
    expect(dropped).toBe(2 * numbers.slice(6, 12).filter((kept) => kept === '0').length);
    await expect(taken.host.locator('.picture').getByRole('status')).toHaveText(`Saved: ${name}`);
  });

  test('holds what is not plain text as text', async ({ playground }) => {
    const seed = encodeURIComponent('<script>&"\u0000\u202e</svg>');
    await taken.go(`#input=[1,nan,-inf,1e30]&engine=tfjs&seed=${seed}`);
    await taken.show();
    const { name, bytes } = await taken.saved('Save SVG');
    expect(name).toBe('dropout-p0.5-seed-script-svg-.svg');
    const svg = await parsed(playground.page, bytes);
    expect([svg.root, svg.errors]).toEqual(['svg', 0]);
    expect(svg.names).not.toContain('script');
    expect(svg.texts.join()).toContain('<script>&"\ufffd');
    expect(svg.texts).toContain('nan');
  });

  /** Width, height and the colours of points of a PNG file. */
  const decoded = (page: Page, bytes: Buffer, points: readonly (readonly [number, number])[]) =>
    page.evaluate(
      async ({ bytes, points }) => {
        const image = await createImageBitmap(
          new Blob([Uint8Array.from(bytes)], { type: 'image/png' }),
        );
        const { width, height } = image;
        const canvas = new OffscreenCanvas(width, height);
        const context = canvas.getContext('2d', {
          willReadFrequently: true,
        }) as OffscreenCanvasRenderingContext2D;
        context.drawImage(image, 0, 0);
        const colours = points.map(([x, y]) =>
          Array.from(context.getImageData(x, y, 1, 1).data).join(),
        );
        return { width, height, colours };
      },
      { bytes: [...bytes], points },
    );

  /** Where the SVG on the page has its cells, in the pixels of a PNG of twice its size. */
  const cells = () =>
    taken.picture
      .locator(':scope > rect')
      .evaluateAll((all) =>
        all
          .slice(1)
          .map((cell) => [
            2 * (Number(cell.getAttribute('x')) + 6),
            2 * (Number(cell.getAttribute('y')) + 6),
          ]),
      ) as Promise<[number, number][]>;

  test('is saved as PNG: the same at twice the size, dropped cells apart from kept ones', {
    tag: '@engines',
  }, async ({ playground }) => {
    await taken.go('#input=[5,5,5,5]&seed=0');
    await expect(playground.seed).toHaveValue('0');
    const kept = (await playground.grid('mask')).map(Number);
    // torch.manual_seed(0); F.dropout(torch.ones(4, 5)) begins 0, 0, 2, 0: the fixture's first case.
    expect(kept).toEqual([0, 0, 1, 0]);
    await taken.show();
    const box = await taken.picture.evaluate((svg) =>
      ['width', 'height'].map((side) => 2 * Number(svg.getAttribute(side))),
    );
    const { name, bytes } = await taken.saved('Save PNG');
    expect(name).toBe('dropout-p0.5-seed0.png');
    // As the format itself says it: a signature, then a header with both sides.
    expect(bytes.subarray(1, 4).toString()).toBe('PNG');
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual(box);
    const places = await cells();
    expect(places).toHaveLength(16);
    // A hatched cell has two colours: its stripes are looked for all around.
    const around = places.flatMap(([x, y]) =>
      Array.from({ length: 12 }, (_, i) => [x + i, y] as const),
    );
    const { width, height, colours } = await decoded(playground.page, bytes, around);
    expect([width, height]).toEqual(box);
    const looks = places.map((_, i) => new Set(colours.slice(12 * i, 12 * i + 12)).size > 1);
    const dropped = kept.map((one) => one === 0);
    expect(looks).toEqual([
      ...Array(4).fill(false),
      ...dropped,
      ...dropped,
      ...Array(4).fill(false),
    ]);
    // What is kept doubled, and is darker for it than its input.
    const [input, train] = [colours[12 * 2], colours[12 * (8 + 2)]].map((colour) =>
      Number(colour?.split(',')[0]),
    );
    expect(train).toBeLessThan(input as number);
  });

  test('of more than 400 elements is a raster, in both files', async ({ playground }) => {
    const { page } = playground;
    await taken.go('#input=torch.ones(24,24)&p=0.5&seed=123');
    await taken.show();
    const svg = await parsed(page, (await taken.saved('Save SVG')).bytes);
    expect(svg.errors).toBe(0);
    expect(svg.names).toContain('path');
    expect(svg.texts.filter((text) => /^-?[\d.]+$/.test(text))).toEqual([]);
    const map = await taken.picture
      .locator('g')
      .nth(1)
      .evaluate((group) => {
        const [, x, y, cell] =
          /translate\((.*) (.*)\) scale\((.*)\)/.exec(group.getAttribute('transform') ?? '') ?? [];
        return { x: Number(x), y: Number(y), cell: Number(cell) };
      });
    const points = Array.from({ length: 24 * 24 }, (_, i) => [
      2 * (map.x + map.cell * ((i % 24) + 0.5)),
      2 * (map.y + map.cell * (Math.floor(i / 24) + 0.5)),
    ]) as [number, number][];
    const { colours } = await decoded(page, (await taken.saved('Save PNG')).bytes, points);
    // Two colours, one for each fate: as many of each as the page counts.
    const counts = [...new Set(colours)].map(
      (colour) => colours.filter((other) => other === colour).length,
    );
    expect(counts).toHaveLength(2);
    const [, dropped] = /dropped: (\d+) of 576/.exec(svg.texts.join('\n')) ?? [];
    expect(counts).toContain(Number(dropped));
    expect(Number(dropped)).toBeGreaterThan(200);
  });

  test('arrives among the downloads', { tag: '@download' }, async ({ playground: { page } }) => {
    await taken.show();
    for (const format of ['SVG', 'PNG']) {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        taken.button(`Save ${format}`).click(),
      ]);
      expect(download.suggestedFilename()).toBe(`dropout-p0.5-seed42.${format.toLowerCase()}`);
      const file = readFileSync(await download.path());
      const start = format === 'SVG' ? '<svg xmlns=' : '\u0089PNG\r\n';
      expect(file.toString('latin1').startsWith(start)).toBe(true);
    }
  });
});

test('axe finds nothing in it, with a picture and with a raster', async ({ playground }) => {
  for (const input of ['[[1,2,-3],[-4,nan,6]]', 'torch.ones(24,24)']) {
    await taken.go(`#input=${input}`);
    await taken.show();
    await taken.tab('Flax').click();
    expect(await axeFindings(playground.page)).toEqual([]);
  }
});

for (const width of [320, 390, 1280]) {
  test(`at ${width} px its tabs stand in one line and nothing overflows`, {
    tag: ['@viewport', ...(width > 320 ? ['@engines'] : [])],
  }, async ({ playground: { page } }) => {
    await page.setViewportSize({ width, height: 800 });
    await taken.show();
    const tops = await taken.host
      .getByRole('tab')
      .evaluateAll((tabs) => tabs.map((tab) => tab.getBoundingClientRect().top));
    expect(new Set(tops).size).toBe(1);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
  });
}
