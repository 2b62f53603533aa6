// The languages of the page: every text has a translation in each, and no translation is left over.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

const web = new URL('../../web/', import.meta.url);
const read = (path) => readFileSync(new URL(path, web), 'utf8');
const sources = [
  'design/',
  'experiment/',
  'figure/',
  'parts/',
  'program/',
  'embed/',
  'site/',
].flatMap((folder) =>
  readdirSync(new URL(folder, web), { recursive: true })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => folder + file),
);

// Every call of msg() with its text and id; formatted by Biome, so the shapes are few.
function messagesOf(source) {
  return Array.from(
    source.matchAll(/\bmsg\(([\s\S]*?)\{\s*id: '([^']+)',?\s*\}/g),
    ([, text, id]) => ({
      id,
      places: new Set(Array.from(text.matchAll(/\$\{/g), (_, i) => i)).size,
    }),
  );
}

function placesIn(template) {
  return new Set(Array.from(template.matchAll(/\$\{(\d)\}/g), ([, place]) => place)).size;
}

const messages = sources.flatMap((file) => messagesOf(read(file)));
const ids = [...new Set(messages.map(({ id }) => id))].sort();

test('every msg() of the sources has an id', () => {
  for (const file of sources) {
    const calls = read(file).match(/\bmsg\(/g)?.length ?? 0;
    assert.equal(messagesOf(read(file)).length, calls, file);
  }
  assert.ok(ids.length > 25, 'or the pattern above finds nothing');
});

for (const file of readdirSync(new URL('i18n/locales/', web))) {
  const entries = new Map(
    Array.from(
      // What programs and the lab say are files of their own.
      [`locales/${file}`, `programs/program-${file}`, `lab/lab-${file}`]
        .map((path) => read(`i18n/${path}`))
        .join('')
        .matchAll(/^ {2}'?([\w-]+)'?:\s*((?:str|html)?[`'"][\s\S]*?[`'"]),\n/gm),
      ([, id, template]) => [id, template],
    ),
  );

  test(`${file} translates every text, and nothing else`, () => {
    assert.deepEqual([...entries.keys()].sort(), ids);
  });

  test(`${file} keeps the places of every text`, () => {
    for (const { id, places } of messages) assert.equal(placesIn(entries.get(id)), places, id);
  });
}
