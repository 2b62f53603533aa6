// Programs in somebody's post: the block stays as it is until a reader runs it, wherever its files come from.
import type { Locator } from '@playwright/test';
import type { ProgramOutput } from '../../web/program/program-output.ts';
import { expect, type HostOptions, type HostPage, STRICT, test, VERSION_1 } from './host-page.ts';

const block = (source: string, attributes = '') =>
  `<dropout-program ${attributes}><pre><code class="language-python">${source}\n</code></pre></dropout-program>`;

const open = (host: HostPage, html: string, more: Partial<HostOptions> = {}) =>
  host.open({ html: `${html}<p id="after">after</p>`, scripts: [VERSION_1], ...more });

/** Of the block with that number, from 0. */
const program = (host: HostPage, i = 0) => host.post.locator('dropout-program').nth(i);
const run = (host: HostPage, i = 0) =>
  program(host, i).getByRole('button', { name: 'Run', exact: true });
const output = (host: HostPage, i = 0) => program(host, i).locator('.all pre');

// A busy machine takes its time to start Python.
const STARTS = { timeout: 150_000 };
test.describe.configure({ timeout: 300_000 });

test('a block runs when a reader says so, and nothing moves or is fetched before', {
  tag: '@engines',
}, async ({ host }) => {
  const source = 'import sys\nprint("a post", sys.version_info[0])';
  await open(host, block(source));
  const pre = host.post.locator('pre');
  await expect(run(host)).toBeVisible();
  const [code, height, after] = await host.page.evaluate(() => {
    const box = (selector: string) => document.querySelector(selector)?.getBoundingClientRect();
    return [document.querySelector('code')?.textContent, box('pre')?.height, box('#after')?.top];
  });
  expect(code).toBe(`${source}\n`);
  // As it would be without a script.
  await host.page.evaluate(() => {
    for (const element of document.querySelectorAll('dropout-program')) {
      element.replaceWith(...element.childNodes);
    }
  });
  expect((await pre.boundingBox())?.height).toBe(height);
  expect((await host.post.locator('#after').boundingBox())?.y).toBe(after);

  await open(host, block(source));
  expect(host.fetched.filter((path) => /pyodide|python|program-[^b]/.test(path))).toEqual([]);
  await run(host).click();
  await expect(output(host)).toHaveText('a post 3\n', STARTS);
});

test('tells the page of each run, with what was printed', async ({ host }) => {
  await open(host, block('import sys\nprint(1)\nprint(2, file=sys.stderr)', 'engine="torch-cuda"'));
  const told = host.page.evaluate(
    () =>
      new Promise<ProgramOutput>((resolve) => {
        document.addEventListener(
          'dropout-run',
          (event) => resolve((event as CustomEvent<ProgramOutput>).detail),
          { once: true },
        );
      }),
  );
  await run(host).click();
  expect(await told).toMatchObject({
    engine: 'torch-cuda',
    status: 0,
    stdout: '1\n',
    stderr: '2\n',
    seed: null,
    isCapped: false,
  });
});

test('blocks of one session go on, and others see nothing of them', async ({ host }) => {
  await open(
    host,
    block('x = 40', 'session="post"') +
      block('print(x + 2)', 'session="post"') +
      block("print('x' in globals())"),
  );
  await run(host, 0).click();
  await expect(program(host, 0)).toContainText('It printed nothing', STARTS);
  await run(host, 1).click();
  await expect(output(host, 1)).toHaveText('42\n', STARTS);
  await run(host, 2).click();
  await expect(output(host, 2)).toHaveText('False\n', STARTS);
});

test('one attribute of the script wakes the blocks that import torch', async ({ host }) => {
  const html = [
    '<pre id="torch"><code>import torch\nprint(1)</code></pre>',
    '<div class="highlight"><pre id="from"><code><span>from</span> torch <span>import</span> nn</code></pre></div>',
    '<pre id="typed"><code>&gt;&gt;&gt; import torch</code></pre>',
    '<pre id="other"><code>import json</code></pre>',
    '<pre id="shell"><code>pip install torch</code></pre>',
  ].join('');
  await open(host, html, { scripts: [] });
  const heights = () =>
    host.page.evaluate(() =>
      Array.from(document.querySelectorAll('pre'), (pre) => pre.getBoundingClientRect().top),
    );
  const before = await heights();
  await host.page.evaluate((src) => {
    const script = document.createElement('script');
    script.type = 'module';
    script.dataset.programs = '';
    script.dataset.engine = 'torch-cpu-mkl';
    script.src = src;
    document.head.append(script);
  }, `${host.cdn}/${VERSION_1}`);
  await expect(host.post.locator('dropout-program')).toHaveCount(3);
  await expect(run(host, 2)).toBeVisible();
  expect(await heights()).toEqual(before);
  const awake = await host.page.evaluate(() =>
    Array.from(document.querySelectorAll('dropout-program > pre'), ({ id }) => id),
  );
  expect(awake).toEqual(['torch', 'from', 'typed']);
  await expect(program(host)).toHaveAttribute('engine', 'torch-cpu-mkl');
});

test('says in a sentence where Pyodide is not', async ({ host }) => {
  await open(host, block('print(1)', 'pyodide="/nowhere"'));
  await run(host).click();
  await expect(program(host).locator('.phase')).toContainText(
    /Python could not be fetched from http:\/\/localhost:\d+\/nowhere\//,
    STARTS,
  );
  const widthOf = async (one: Locator) => (await one.boundingBox())?.width ?? 0;
  const header = program(host).locator('header');
  expect(await widthOf(program(host).locator('.phase'))).toBeGreaterThan(
    0.8 * (await widthOf(header)),
  );
});

test('where no worker can be had, it says so and opens on the playground', {
  tag: '@engines',
}, async ({ host }) => {
  await open(host, block('print(1)', 'playground="https://playground.example/"'), {
    policy: STRICT,
  });
  await run(host).click();
  await expect(program(host).locator('.phase')).toContainText('Programs cannot run on this page');
  await expect(
    program(host).getByRole('link', { name: 'Open on the playground' }).first(),
  ).toHaveAttribute('href', /^https:\/\/playground\.example\/#code&program=1\./);
});

test('runs from another origin under a policy that allows its worker', {
  tag: '@engines',
}, async ({ host }) => {
  await open(host, block('print("strict")'), {
    policy: (cdn) => `${STRICT(cdn)}; worker-src blob: ${cdn}`,
  });
  await run(host).click();
  await expect(output(host)).toHaveText('strict\n', STARTS);
});

test('speaks the language of its place', async ({ host }) => {
  await open(host, block('print(1)'), { lang: 'de' });
  await program(host).getByRole('button', { name: 'Ausführen' }).click();
  await expect(program(host)).toContainText(/Fertig nach [\d.]+ s/, STARTS);
});

test('keys in its editor are its own', async ({ host }) => {
  await open(host, block('print(1)'));
  await host.page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    document.addEventListener('keydown', ({ key }) => heard.push(key));
  });
  await run(host).click();
  await expect(output(host)).toHaveText('1\n', STARTS);
  await program(host).getByRole('textbox', { name: 'Program' }).click();
  await expect(program(host).locator('.cm-content')).toBeFocused();
  expect(
    await host.page.evaluate(() => (document.activeElement as HTMLElement).isContentEditable),
  ).toBe(true);
  await host.page.keyboard.type('ab ');
  await host.page.keyboard.press('ArrowRight');
  await host.page.keyboard.press('Escape');
  const heard = await host.page.evaluate(() => (window as unknown as { heard: string[] }).heard);
  expect(heard).toEqual([]);
});

test('where a post is narrow, a wide print scrolls by itself, and the code is as wide as the post', {
  tag: '@viewport',
}, async ({ host }) => {
  await host.page.setViewportSize({ width: 390, height: 800 });
  await open(host, block(`x = [${'100, '.repeat(30)}]\nprint("wide " * 60)`));
  await run(host).click();
  await expect(output(host)).toContainText('wide', STARTS);
  const scroller = program(host).locator('.cm-scroller');
  await expect(program(host).locator('.cm-line').first()).toBeVisible();
  const [width, inner] = await scroller.evaluate((one) => [one.clientWidth, one.scrollWidth]);
  expect(inner).toBe(width);
});
