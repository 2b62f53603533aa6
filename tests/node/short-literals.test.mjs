// The css`` and html`` of the elements as they are bundled: shorter, and the same to a browser.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { transform } from 'lightningcss';
import { withShortLiterals } from '../../scripts/short-literals.mjs';
import { nodesOf } from './syntax-tree.mjs';

const web = new URL('../../web/', import.meta.url);
const sources = ['design/', 'figure/', 'parts/', 'site/'].flatMap((folder) =>
  readdirSync(new URL(folder, web), { recursive: true })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => ({ file, text: readFileSync(new URL(folder + file, web), 'utf8') })),
);

/** The texts of all literals with this tag; what is in their holes is left out. */
function literalsOf(tag, source) {
  return [...nodesOf(source, 'ts')]
    .filter((node) => node.type === 'TaggedTemplateExpression' && node.tag.name === tag)
    .map(({ quasi }) => withHoles(quasi.quasis.map(({ value }) => value.cooked)));
}

/** What a parser of style sheets makes of it, which is not the one under test. */
function rulesOf(css) {
  const parsed = (code) =>
    String(transform({ filename: 'x.css', code: Buffer.from(code), minify: true }).code)
      // Of values with var() it keeps every token.
      .replaceAll(', ', ',');
  try {
    return parsed(css);
  } catch {
    // It is the declarations of a rule only.
    return parsed(`rule { ${css} }`);
  }
}

/** With something for each hole: for a value one of its kind, and nothing for whole declarations. */
function withHoles([first, ...others]) {
  return others.reduce((text, next) => {
    const isValue = /:[^;{}]*$/.test(text);
    return `${text}${isValue ? 'var(--hole)' : ''}${next}`;
  }, first);
}

const hole = (code) => `$\u007b${code}}`;

describe('of the style sheets', () => {
  const sheets = sources.flatMap(({ file, text }) => {
    const short = literalsOf('css', withShortLiterals(text));
    return literalsOf('css', text).map((sheet, i) => ({ file, sheet, short: short[i] }));
  });

  test('each says the same, with a quarter less', () => {
    for (const { file, sheet, short } of sheets) assert.equal(rulesOf(short), rulesOf(sheet), file);
    const length = (all) => all.join('').length;
    const [before, after] = [sheets.map(({ sheet }) => sheet), sheets.map(({ short }) => short)];
    assert.ok(before.length > 20 && length(after) < 0.75 * length(before));
  });

  test('none has two spaces or a comment left', () => {
    for (const { file, short } of sheets) assert.doesNotMatch(short, /\s\s|\n|\/\*/, file);
  });
});

describe('of a style sheet', () => {
  const short = (css) => withShortLiterals(`css\`${css}\``).slice('css`'.length, -1);

  test('comments and white space go where they mean nothing', () => {
    assert.equal(
      short('a {\n  /* why */\n  color: red;\n}\n\nb > c, d { }'),
      'a{color:red}b > c,d{}',
    );
    assert.equal(
      short('@media (width > 3rem) and (hover) { }'),
      '@media (width > 3rem) and (hover){}',
    );
  });

  test('white space stays where it means something', () => {
    assert.equal(
      short('a   :hover{margin:-1px  calc(1px  +  2px)}'),
      'a :hover{margin:-1px calc(1px + 2px)}',
    );
    assert.equal(short("a/* isn't b */.b{c:'  '}"), "a/* isn't b */.b{c:'  '}");
  });

  test('texts and addresses stay as they are, and what has escapes does', () => {
    const all = [`a{b:"; }  /* */ '" '  " ,'}`, 'a{b:url( x ;  y )}', String.raw`a { b: "\" , " }`];
    for (const css of all) assert.equal(short(css), css);
  });

  test('what is in its holes keeps its place', () => {
    const [one, two] = [hole('one'), hole('two')];
    assert.equal(short(`a {\n  ${one}\n  b: ${two} ;\n}`), `a{${one} b:${two}}`);
    assert.throws(() => short(`a { /* ${one} */ }`), /hole/);
  });
});

describe('of markup', () => {
  const claims = {
    'a line break is one space': ['<p>\n    one\n    <b>two</b>\n</p>', '<p> one <b>two</b> </p>'],
    'no space comes where there was none': ['<b>one</b><i>two</i>', '<b>one</b><i>two</i>'],
    'spaces within a line stay': ['one  <b> two </b>', 'one  <b> two </b>'],
    'no-break spaces stay': ['one\u00a0\n  \u202ftwo', 'one\u00a0 \u202ftwo'],
    'what is written in lines stays': ['<pre>\n  a\n</pre>', '<pre>\n  a\n</pre>'],
    'a field of lines stays': [
      '<p>\n<textarea\n>\n a</textarea>',
      '<p>\n<textarea\n>\n a</textarea>',
    ],
    'a literal inside of another is shortened as well': [
      `<p @click=${hole('go')}\n>${hole('html`\n<b>x</b>\n`')}\n</p>`,
      `<p @click=${hole('go')} >${hole('html` <b>x</b> `')} </p>`,
    ],
  };
  for (const [claim, [markup, short]] of Object.entries(claims)) {
    test(claim, () => {
      for (const tag of ['html', 'svg']) {
        assert.equal(withShortLiterals(`${tag}\`${markup}\``), `${tag}\`${short}\``);
      }
    });
  }

  test('other literals are none', () => {
    for (const code of ['str`a\n  b`', '`a\n  b`', 'other.css`a {\n}`']) {
      assert.equal(withShortLiterals(code), code);
    }
  });
});
