// The embed where there is no DOM, and the names it gives what is inside of it.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { elementNames } from '../../scripts/versioned-names.mjs';

const dist = new URL('../../dist/', import.meta.url);

test('it can be imported where there is no DOM, as a server that renders a page does', async () => {
  const { DropoutPlaygroundEmbed } = await import('../../dist/dropout-playground.js');
  assert.equal(typeof DropoutPlaygroundEmbed, 'function');
  assert.ok(DropoutPlaygroundEmbed.observedAttributes.includes('input'));
});

test('every element inside has the version in its name, wherever it is named', () => {
  const { version } = JSON.parse(readFileSync(new URL('../package.json', dist), 'utf8'));
  const suffix = `-${version.replaceAll('.', '-')}`;
  const figure = readdirSync(dist)
    .filter((file) => /^embed-.*\.js$/.test(file))
    .map((file) => readFileSync(new URL(file, dist), 'utf8'))
    .join('\n');
  for (const element of elementNames()) {
    const found = figure.match(new RegExp(`(?<![\\w-])${element}(?![\\w]|-\\w*[a-z]).{0,8}`, 'g'));
    assert.ok(found && found.length >= 2, `${element} is not there`);
    for (const text of found) assert.ok(text.startsWith(element + suffix), text);
  }
});
