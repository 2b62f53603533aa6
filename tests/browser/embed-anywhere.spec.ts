// <dropout-playground> in the places that posts, decks and applications give it: as wide as there is room in any
// parent, with text of its own, the right way round, scaled, moved, and on paper.
import { expect, test, VERSION_1 } from './host-page.ts';
import { checkRows } from './rows.ts';

const SCRIPTS = [VERSION_1];
const FIGURE = '<dropout-playground loading="eager"></dropout-playground>';
const TRAIN = { name: 'train output', exact: true } as const;

/** Less is no figure. */
const LEAST = 220;

const PARENTS = [
  ['a block', FIGURE],
  [
    'a centred column',
    `<div style="display:flex; flex-direction:column; align-items:center">${FIGURE}</div>`,
  ],
  [
    'a row, beside text',
    `<div style="display:flex"><p>Text that is long enough to want some of the room for itself, and then some.</p>${FIGURE}</div>`,
  ],
  [
    'a wrapping row',
    `<div style="display:flex; flex-wrap:wrap; justify-content:center"><p>Text</p>${FIGURE}</div>`,
  ],
  ['a row in a row', `<div style="display:inline-flex"><div>${FIGURE}</div></div>`],
  ['a centred grid', `<div style="display:grid; place-items:center">${FIGURE}</div>`],
  [
    'a column of a grid as wide as its content',
    `<div style="display:grid; grid-template-columns:auto auto"><p>Text</p>${FIGURE}</div>`,
  ],
  [
    'a starter’s root, centred in the page',
    `<div style="display:flex; place-items:center; min-height:50vh"><div style="max-width:1280px; margin:0 auto; padding:2rem"><h1>Post</h1>${FIGURE}</div></div>`,
  ],
  ['a table’s cell', `<table><tr><td>${FIGURE}<td>text</table>`],
  ['a float', `<div style="float:left">${FIGURE}</div><br style="clear:both">`],
  ['an inline block', `<span style="display:inline-block">${FIGURE}</span>`],
  ['what is as wide as its content', `<div style="width:fit-content">${FIGURE}</div>`],
  [
    'what is positioned',
    `<div style="position:relative; height:10px"><div style="position:absolute">${FIGURE}</div></div>`,
  ],
  ['an open dialog', `<dialog open style="position:static">${FIGURE}</dialog>`],
  ['a popover', `<div popover id="popover">${FIGURE}</div>`],
  ['a fieldset', `<fieldset>${FIGURE}</fieldset>`],
  ['itself as a float', FIGURE.replace('loading', 'style="float:right" loading')],
  ['itself as an inline block', FIGURE.replace('loading', 'style="display:inline-block" loading')],
  ['itself as a row', FIGURE.replace('loading', 'style="display:flex" loading')],
] as const;

test('in any parent it is as wide as there is room, and no wider', {
  tag: ['@engines', '@viewport'],
}, async ({ host }) => {
  const html = PARENTS.map(([name, parent]) => `<section title="${name}">${parent}</section>`);
  for (const width of [1280, 390]) {
    await host.page.setViewportSize({ width, height: 800 });
    await host.open({ html: html.join(''), scripts: SCRIPTS });
    await host.page.evaluate(() => document.getElementById('popover')?.showPopover());
    await expect(host.page.getByRole('grid', TRAIN)).toHaveCount(PARENTS.length);
    const wrong = await host.page.evaluate(
      ([least, inner]) =>
        Array.from(document.querySelectorAll('section'), (section) => {
          const figure = section.querySelector('dropout-playground') as Element;
          const { left, right, width } = figure.getBoundingClientRect();
          const isWide = width >= (least as number);
          const isInside = left >= 0 && right <= (inner as number);
          return isWide && isInside ? '' : `${section.title}: ${left} to ${right}`;
        }).filter(Boolean),
      [LEAST, width],
    );
    expect(wrong).toEqual([]);
    // Less than the window, if that has a bar for scrolling.
    const whole = await host.page.evaluate(() => document.documentElement.scrollWidth);
    expect(whole).toBeLessThanOrEqual(width);
  }
});

// What of the text in a figure is looked at, of every element in it.
const OF_TEXT = [
  ...['color', 'direction', 'fontFamily', 'fontSize', 'fontStyle', 'fontVariantCaps', 'fontWeight'],
  ...['hyphens', 'letterSpacing', 'lineHeight', 'listStyleType', 'quotes', 'tabSize', 'textAlign'],
  ...['textIndent', 'textShadow', 'textTransform', 'whiteSpace', 'wordSpacing', 'writingMode'],
  ...['textDecorationLine', 'textWrap', 'overflowWrap', 'wordBreak', 'fontStretch', 'cursor'],
];

const HANDED_DOWN =
  'text-transform:uppercase; text-align:center; letter-spacing:.3em; word-spacing:1em; line-height:3; font:italic small-caps bold 30px/3 cursive; white-space:pre; text-indent:4em; text-shadow:1px 1px red; cursor:wait; list-style:square; quotes:"x" "y"; hyphens:auto; tab-size:20; word-break:break-all; overflow-wrap:anywhere; font-stretch:condensed; color:red; font-variant-numeric:oldstyle-nums; text-wrap:balance; direction:rtl';

test('no property that is handed down reaches its text, nor does the size of the root', {
  tag: '@engines',
}, async ({ host }) => {
  const html = `<main>${FIGURE}</main>`;
  const looks = async (head: string, root = '') => {
    await host.open({ html, head, root, scripts: SCRIPTS });
    await expect(host.page.getByRole('grid', TRAIN)).toHaveCount(1);
    await host.page.getByRole('button', { name: 'More' }).evaluate((button) => {
      (button as HTMLElement).click();
    });
    await expect(host.page.getByRole('group', { name: 'print(x)' })).toBeVisible();
    await expect(host.page.locator('.dot').first()).toBeVisible();
    return await host.embed.evaluate((embed, names) => {
      const texts: string[] = [];
      const read = (root: ShadowRoot) => {
        for (const element of root.querySelectorAll('*')) {
          if (element.localName === 'slot') continue;
          if (element.shadowRoot) read(element.shadowRoot);
          const style = getComputedStyle(element) as unknown as Record<string, string>;
          texts.push([element.localName, ...names.map((name) => style[name])].join(' '));
        }
      };
      for (const figure of embed.shadowRoot?.querySelectorAll('*') ?? []) {
        if (figure.shadowRoot) read(figure.shadowRoot);
      }
      return texts;
    }, OF_TEXT);
  };
  const alone = await looks('');
  expect(alone.length).toBeGreaterThan(100);
  const style = (text: string) => `<style>${text}</style>`;
  expect(await looks(style(`main { ${HANDED_DOWN} }`))).toEqual(alone);
  expect(await looks(style('html { font-size: 62.5% } body { font-size: 1.6rem }'))).toEqual(alone);
  expect(await looks(style('html { font: 40px serif }'), 'dir="rtl"')).toEqual(alone);
});

test('its size is that of a custom property', async ({ host }) => {
  const head = '<style>dropout-playground { --dropout-font-size: 24px }</style>';
  await host.open({ html: FIGURE, head, scripts: SCRIPTS });
  const cell = host.page.getByRole('grid', TRAIN).getByRole('gridcell').first();
  await expect(cell).toHaveCSS('font-size', `${(15 / 16) * 24}px`);
  await expect(cell).toHaveCSS('height', `${2.5 * 24}px`);
});

test('from right to left only the page’s text runs', { tag: '@engines' }, async ({ host }) => {
  await host.open({
    html: '<dropout-playground loading="eager" input="[[1, -2], [3, 4]]" controls="input derivation printed"><p>نص</p></dropout-playground>',
    lang: 'ar',
    root: 'dir="rtl"',
    scripts: SCRIPTS,
  });
  const cells = host.page.getByRole('grid', TRAIN).getByRole('gridcell');
  await expect(cells).toHaveCount(4);
  const [first, second] = await cells.evaluateAll((all) =>
    all.map((one) => one.getBoundingClientRect().left),
  );
  expect(first).toBeLessThan(second as number);
  for (const one of [
    host.page.locator('#input'),
    host.page.getByRole('group', { name: 'print(x)' }),
    host.page.locator('.title'),
    cells.first(),
  ]) {
    await expect(one).toHaveCSS('direction', 'ltr');
  }
});

const SCALED = [
  ['scaled down', 'transform:scale(.5); transform-origin:0 0'],
  ['scaled up', 'transform:scale(1.3); transform-origin:0 0'],
  ['zoomed', 'zoom:.75'],
  ['zoomed and scaled', 'zoom:1.2; transform:scale(.6); transform-origin:0 0'],
  ['turned', 'transform:rotate(90deg)'],
  ['seen in a mirror, and aslant', 'transform:scaleX(-1) skewX(10deg)'],
] as const;

test('the cell under the pointer is explained however the figure is scaled', {
  tag: ['@engines', '@real-input'],
}, async ({ host }) => {
  const map =
    '<dropout-playground loading="eager" input="torch.ones(30, 30)" controls="derivation"></dropout-playground>';
  await checkRows(SCALED, { title: ([name]) => name }, async ([, style]) => {
    await host.open({
      html: `<div style="width:800px; ${style}">${map}</div>`,
      scripts: SCRIPTS,
    });
    const frame = host.page.getByRole('application').first();
    await expect(host.page.getByRole('application')).toHaveCount(4);
    await frame.scrollIntoViewIfNeeded();
    // A mark in the frame says where that cell is: the middle of row 8, column 16.
    const at = await frame.evaluate((element) => {
      const mark = document.createElement('i');
      Object.assign(mark.style, {
        position: 'absolute',
        left: `${15.5 / 0.3}%`,
        top: `${7.5 / 0.3}%`,
      });
      element.append(mark);
      const { x, y } = mark.getBoundingClientRect();
      mark.remove();
      return { x, y };
    });
    await host.page.mouse.move(at.x, at.y);
    await expect(host.page.locator('.title code')).toHaveText('x[7, 15]');
  });
});

test('it is shown in another document, and in its own again', { tag: '@engines' }, async ({
  host,
}) => {
  await host.open({
    html: `<iframe width="700" height="500"></iframe>${FIGURE}`,
    scripts: SCRIPTS,
  });
  await expect(host.page.getByRole('grid', TRAIN)).toHaveCount(1);
  await host.embed.evaluate((embed) => {
    const { contentDocument } = document.querySelector('iframe') as HTMLIFrameElement;
    contentDocument?.body.append(embed);
  });
  const frame = host.page.frameLocator('iframe');
  const cell = frame.getByRole('grid', TRAIN).getByRole('gridcell').first();
  // A style of ours, and what is rendered only there.
  await expect(cell).toHaveCSS('text-align', 'center');
  await frame.getByRole('button', { name: 'More' }).click();
  const input = frame.locator('#input');
  await expect(input).toHaveCSS('border-radius', '8px');
  await input.evaluate((field) => {
    (field as HTMLTextAreaElement).value = '[5, 6]';
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await expect(frame.getByRole('group', { name: 'print(x)' })).toHaveText('tensor([5., 6.])');
  await host.page.evaluate(() => {
    const { contentDocument } = document.querySelector('iframe') as HTMLIFrameElement;
    document.body.append(contentDocument?.querySelector('dropout-playground') as Element);
  });
  // WebKit's querySelectorAll(), by which it is looked for, is not told of what changed in another document; what is
  // folded and unfolded here it finds.
  await host.page.getByRole('button', { name: 'Less' }).click();
  await host.page.getByRole('button', { name: 'More' }).click();
  await expect(host.page.locator('#input')).toHaveValue('[5, 6]');
  await expect(host.page.locator('#input')).toHaveCSS('border-radius', '8px');
});

test('it takes what was set before its script was there, and copies of it do', async ({ host }) => {
  await host.open({
    html: `<dropout-playground></dropout-playground>
      <template><dropout-playground p="0.75"></dropout-playground></template>
      <script>
        const figure = document.querySelector('dropout-playground');
        figure.settings = { p: '0.25', seed: '7' };
        figure.seed = '8';
        figure.controls = 'p';
      </script>`,
    scripts: SCRIPTS,
  });
  const told = await host.page.evaluate(async () => {
    await customElements.whenDefined('dropout-playground');
    type Figure = HTMLElementTagNameMap['dropout-playground'];
    const figure = document.querySelector('dropout-playground') as Figure;
    const of = ({ p, seed, controls, settings }: Figure) => [p, seed, controls, settings.p];
    const before = of(figure);
    figure.settings = { ...figure.settings, p: '0.1' };
    const copy = figure.cloneNode(true) as Figure;
    const made = document.createElement('dropout-playground') as Figure;
    made.settings = { ...made.settings, p: '0.9' };
    const { content } = document.querySelector('template') as HTMLTemplateElement;
    document.body.append(copy, made, content.cloneNode(true));
    const div = document.createElement('div');
    div.innerHTML = '<dropout-playground p="0.5"></dropout-playground>';
    document.body.append(div);
    return [before, ...Array.from(document.querySelectorAll('dropout-playground'), of)];
  });
  expect(told).toEqual([
    ['0.25', '8', 'p', '0.25'],
    ['0.1', '8', 'p', '0.1'],
    ['0.1', '8', 'p', '0.1'],
    ['0.9', '42', 'p seed call more', '0.9'],
    ['0.75', '42', 'p seed call more', '0.75'],
    ['0.5', '42', 'p seed call more', '0.5'],
  ]);
  await expect(host.page.getByRole('grid', TRAIN).first()).toBeVisible();
});

test('on paper it is the figure without its controls', async ({ host }) => {
  await host.open({ html: FIGURE, scripts: SCRIPTS });
  const { page } = host;
  await expect(page.getByRole('grid', TRAIN)).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('grid', TRAIN)).toBeVisible();
  await expect(page.getByRole('button')).toHaveCount(0);
  await expect(page.getByRole('slider')).toHaveCount(0);
  const cell = page.getByRole('grid', TRAIN).getByRole('gridcell').first();
  await expect(cell).toHaveCSS('print-color-adjust', 'exact');
});

test('what a tag that is not closed has swallowed stays, and the console says so', async ({
  host,
}) => {
  const told: string[] = [];
  host.page.on('console', (message) => told.push(message.text()));
  await host.open({
    html: '<dropout-playground loading="eager" /><h2>Next</h2><p>Text.</p>',
    scripts: SCRIPTS,
  });
  await expect(host.page.getByRole('grid', TRAIN)).toBeVisible();
  await expect(host.page.getByRole('heading', { name: 'Next' })).toBeVisible();
  expect(told.filter((text) => text.includes('<dropout-playground />'))).toHaveLength(1);
});
