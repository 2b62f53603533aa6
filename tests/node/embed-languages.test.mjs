// The embed's languages, as they are built: each has every text that its scripts can ask for, and no other.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { nodesOf } from './syntax-tree.mjs';

const dist = new URL('../../dist/', import.meta.url);
const built = readdirSync(dist);
const locales = new URL('../../web/i18n/locales/', import.meta.url);

// Of the page and the embed together; each language has the same, as another test says.
const ALL = new Set(textsIn(readFileSync(new URL('de.ts', locales), 'utf8'), 'ts')[0]);

/** What of all ids is said in a script: `{ id: 'p' }`, with whichever quotation marks. */
function idsIn(script) {
  const said = [];
  for (const { type, key, value } of nodesOf(script)) {
    if (type === 'Property' && key.name === 'id') said.push(value.value ?? textOf(value));
  }
  return said.filter((id) => ALL.has(id));
}

function textOf({ type, quasis }) {
  return type === 'TemplateLiteral' && quasis.length === 1 ? quasis[0].value.cooked : undefined;
}

/** The ids of each language in a script: of its objects, those that have a text which any figure has. */
function textsIn(script, lang = 'js') {
  const languages = [];
  for (const { type, properties } of nodesOf(script, lang)) {
    if (type !== 'ObjectExpression') continue;
    const keys = properties.map(({ key }) => key?.name ?? key?.value ?? textOf(key ?? {}));
    if (keys.includes('add-column')) languages.push(keys);
  }
  return languages;
}

const read = (name) => readFileSync(new URL(name, dist), 'utf8');

describe('the embed in chunks', () => {
  const languages = built.filter((name) => /^embed-(?:de|fr|hi)-/.test(name));
  const scripts = built.filter((name) => /^(?:embed-.*|frame|dropout-playground)\.js$/.test(name));
  const asked = new Set(scripts.flatMap((name) => idsIn(read(name))));

  test('asks for some of the texts, and leaves others to the page', () => {
    for (const id of ['add-column', 'call-again']) assert.ok(asked.has(id), id);
    for (const id of ['average-lede', 'choosing-how']) assert.ok(ALL.has(id) && !asked.has(id), id);
    assert.equal(languages.length, readdirSync(locales).length);
  });

  for (const name of languages) {
    test(`${name.replace(/-[^-]{8}\.js$/, '')} has these, and nothing else`, () => {
      const texts = textsIn(read(name));
      assert.equal(texts.length, 1);
      assert.deepEqual(texts[0].sort(), [...asked].sort());
    });
  }
});

test('the embed in one file has what it asks for in each language, and nothing else', () => {
  const standalone = read('dropout-playground.standalone.js');
  const asked = new Set(idsIn(standalone));
  const languages = textsIn(standalone);
  assert.equal(languages.length, readdirSync(locales).length);
  for (const texts of languages) assert.deepEqual(texts.sort(), [...asked].sort());
});
