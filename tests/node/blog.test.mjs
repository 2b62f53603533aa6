// The demo blog says nothing wrong: each number in its posts, be it in prose, in a print or in a
// figure, is what frameworks gave or what follows from that.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { load } from 'dropout-playground';
import { areWritten, POSTS, SECOND_CALL, sourceOf } from './blog-posts.mjs';
import { readFixture } from './fixtures.mjs';

const root = new URL('../../', import.meta.url);
const command = fileURLToPath(new URL('dist/cli.js', root));
const { tensor } = await load();

/** What `print(tensor)` writes of numbers in a line, or in lines of so many. */
function printOf(numbers, columns = 0) {
  const x = tensor(numbers, { shape: columns ? [numbers.length / columns, columns] : undefined });
  return String(x);
}

const FIGURE = /^<dropout-playground([^>]*)>\n(.*?)\n<\/dropout-playground>$/gms;

/** The figures of a post: their attributes, and what stands inside of them. */
function figuresOf(post) {
  return Array.from(sourceOf(post).matchAll(FIGURE), ([, tag, content]) => ({
    attributes: Object.fromEntries(
      Array.from(tag.matchAll(/ ([\w-]+)="([^"]*)"/g), ([, name, value]) => [name, value]),
    ),
    content,
  }));
}

/** What the command line gives for the experiment of a figure. */
function commandOf({ input = '[1, 2, 3, 4]', p = '0.5', seed = '42', engine }, ...options) {
  const experiment = [input, '--p', p, `--seed=${seed}`, ...(engine ? ['--engine', engine] : [])];
  return execFileSync(process.execPath, [command, ...experiment, ...options], { encoding: 'utf8' });
}

// What stands in a figure, however its lines are broken: older versions of the command broke them elsewhere.
function insideOf(html) {
  return /<figure[^>]*>(.*)<\/figure>/s.exec(html)?.[1].replaceAll('\n', '');
}

/** What is printed below the code of a post. */
function printsOf(post) {
  return Array.from(sourceOf(post).matchAll(/^```text\n(.*?)\n```$/gms), ([, print]) => print);
}

/** The numbers in its prose, and in the code within it. Those in words are for its readers. */
function numbersOf(post) {
  const prose = sourceOf(post)
    .replace(/^(?:lang|date): .*$/gm, '')
    .replace(/^```.*?^```$/gms, '')
    .replace(FIGURE, '')
    .replace(/\]\([^)]*\)/g, ']');
  return Array.from(prose.matchAll(/\d+(?:\.\d+)*/g), ([number]) => Number(number));
}

const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);
const survivorsOf = (output) => output.filter((number) => number !== 0).length;
const to8 = [1, 2, 3, 4, 5, 6, 7, 8];

const [en, de, fr, hi] = POSTS;
// Of a number that survives: 1 / (1 - p), as the frameworks' outputs have it.
const [[double], [, ten], [quarterMore]] = [en.outputs[0], hi.outputs[0], hi.outputs[1]];

const PRINTS = {
  en: [printOf(en.outputs[0]), printOf([1, 2, 3, 4])],
  de: [],
  fr: [[fr.outputs[0], SECOND_CALL].map((output) => printOf(output)).join('\n')],
  hi: [printOf(hi.outputs[0], 8)],
};

// What is not worked out here is a parameter of the experiment, the year of a paper, or in a formula.
const NUMBERS = {
  en: () => {
    const [, poor] = en.outputs;
    const [survivors, before, after] = [survivorsOf(poor), sum(to8), sum(poor)];
    const ofFour = en.outputs[0].length;
    return [
      ...[0.5, 2 ** ofFour, 42, 1, 1, 0.5, double, 0.75, 1 / (1 - 0.75)],
      ...[survivors, poor.length, before, after, before, 0, 1],
    ];
  },
  de: () => {
    const [mac, linux] = de.outputs;
    const agreeing = mac.filter((number, i) => number === linux[i]).length;
    const last = Number(/up to ([\d.]+),/.exec(frameworkOf('torch-cpu-mkl.json'))[1]);
    const first = Number(/since (\d+\.\d+)/.exec(frameworkOf('torch-cpu-default.json'))[1]);
    return [mac.length, agreeing, last, first, 0];
  },
  fr: () => {
    const [, output] = fr.outputs;
    const weights = JSON.parse(figuresOf(fr)[1].attributes.input);
    for (const row of weights) assert.ok(Math.abs(sum(row) - 1) < 2e-4, `${row}`);
    assert.equal(sum(output.slice(6, 12)), 0, 'the second row is empty');
    const [firstRow, all] = [sum(output.slice(0, 6)), survivorsOf(weights.flat())];
    return [1, firstRow, survivorsOf(output), all, 0.5, 0.5, 0.5, 0];
  },
  hi: () => {
    const [many, few] = hi.outputs;
    const all = many.length;
    const [survivors, dropped] = [survivorsOf(many), all - survivorsOf(few)];
    return [
      ...[0.9, 0.9, all, survivors, ten, 0.1, 2014, 1, 0.2, all, all / 5, dropped, all / 5],
      ...[1, 1, 0.2, quarterMore, 0.9, ten, survivors, sum(many), all, sum(few)],
    ];
  },
};

function frameworkOf(file) {
  return readFixture(file).provenance.framework;
}

test('every post of the blog is one of these', () => {
  const files = readdirSync(new URL('examples/blog/_posts/', root));
  assert.deepEqual(
    files.filter((name) => name.endsWith('.md')).sort(),
    POSTS.map(({ slug }) => `${slug}.md`).sort(),
  );
});

for (const post of POSTS) {
  describe(post.slug, () => {
    test('prints what a framework printed', () => {
      assert.deepEqual(printsOf(post), PRINTS[post.lang]);
    });

    test('has no other number in its prose than what that comes to', () => {
      assert.deepEqual(numbersOf(post), NUMBERS[post.lang]());
    });

    test('has figures that show, without a script, what a framework gave', () => {
      const figures = figuresOf(post);
      assert.equal(figures.length, post.outputs.length);
      for (const [i, { content }] of figures.entries()) {
        const [, , train = content] = content.split('<table>').slice(1);
        const texts = train.match(/(?<![\w=.-])-?\d+(?:\.\d*)?(?!\w)/g);
        assert.ok(areWritten(texts, post.outputs[i]), `${texts}`);
      }
    });

    test('has figures as the command line writes them for their attributes', () => {
      for (const { attributes, content } of figuresOf(post)) {
        const asHtml = commandOf(attributes, '--html', '--no-style', '--lang', post.lang);
        if (content.startsWith('<pre>')) {
          assert.equal(content, `<pre>${commandOf(attributes).trimEnd()}</pre>`);
        } else assert.equal(insideOf(content), insideOf(asHtml));
      }
    });
  });
}

test('a digit more or less would be noticed', () => {
  assert.ok(areWritten(['2.', '0.7600'], [2, 0.76]));
  for (const wrong of [['2.'], ['2.', '0.7601'], ['', '0.76'], ['2.', '0.76', '0.']]) {
    assert.ok(!areWritten(wrong, [2, 0.76]), `${wrong}`);
  }
});
