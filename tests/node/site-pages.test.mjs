// The heads of the page's languages, as the build writes them: complete in each, and with whole
// addresses where the site's own is known.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { inFreshProcess } from './fresh-process.mjs';
import { languages } from './languages.mjs';

const read = (path) => readFileSync(new URL(`../../web/site/${path}`, import.meta.url), 'utf8');
const isPublic = (path) => existsSync(new URL(`../../web/site/public/${path}`, import.meta.url));

const heads = JSON.parse(read('head.json'));

/** All that the build makes of the template, by file name, for a site of that address. */
async function pagesOf(siteUrl) {
  return inFreshProcess(
    async (siteUrl, template) => {
      if (siteUrl) process.env.SITE_URL = siteUrl;
      const { sitePages } = await import('./scripts/site-pages.mjs');
      const index = { type: 'asset', source: template };
      const files = {};
      const context = {
        emitFile({ fileName, source }) {
          files[fileName] = source;
        },
      };
      sitePages().generateBundle.handler.call(context, {}, { 'index.html': index });
      return { 'index.html': index.source, ...files };
    },
    { args: [siteUrl, read('index.html')] },
  );
}

const one = (html, pattern) => {
  const found = [...html.matchAll(pattern)].map(([, value]) => value);
  assert.equal(found.length, 1, `${pattern} ${found.length} times`);
  return found[0];
};

function linksOf(html) {
  return Array.from(html.matchAll(/<link ([^>]*)>/g), ([, text]) =>
    Object.fromEntries(
      Array.from(text.matchAll(/(\w+)="([^"]*)"/g), ([, key, value]) => [key, value]),
    ),
  );
}

describe('the page in each language', () => {
  for (const own of ['', ...languages]) {
    const path = own ? `${own}/index.html` : 'index.html';
    const top = own ? '../' : './';

    it(`says what it is: ${path}`, async () => {
      const html = (await pagesOf(null))[path];
      const { title, description, heading } = heads[own || 'en'];
      assert.equal(one(html, /<html lang="(\w+)"/g), own || 'en');
      assert.equal(html.includes(`data-language="${own}"`), own !== '');
      assert.equal(one(html, /<title>([^<]*)</g), title);
      assert.equal(one(html, /<meta name="description" content="([^"]*)"/g), description);
      assert.equal(one(html, /<meta property="og:title" content="([^"]*)"/g), title);
      assert.equal(one(html, /<meta property="og:description" content="([^"]*)"/g), description);
      assert.equal(one(html, /<h1>(.*)<\/h1>/g), heading);
      assert.ok(!html.includes('{{'), 'a place in the template is left empty');

      const links = linksOf(html);
      const alternates = links.filter(({ rel }) => rel === 'alternate');
      assert.deepEqual(
        alternates.map(({ hreflang, href }) => [hreflang, href]),
        [['x-default', top], ...languages.map((language) => [language, `${top}${language}/`])],
      );
      for (const { rel, href } of links.filter(({ rel }) => /manifest|touch-icon/.test(rel))) {
        assert.ok(href.startsWith(top) && isPublic(href.slice(top.length)), `${rel}: ${href}`);
      }
      const image = one(html, /<meta property="og:image" content="([^"]*)"/g);
      assert.ok(isPublic(image.slice(top.length)), image);

      const data = JSON.parse(one(html, /<script type="application\/ld\+json">(.*)<\/script>/g));
      assert.equal(data['@context'], 'https://schema.org');
      assert.equal(data.description, description);
      assert.deepEqual(data.inLanguage, own || languages);
      // Its scripts lie beside the page of all languages.
      assert.equal(one(html, /<script type="module" src="([^"]*)"/g), `${top}main.ts`);
    });

    it(`has whole addresses where its own is known: ${path}`, async () => {
      const site = 'https://example.org/play/';
      for (const given of [site, 'https://example.org/play']) {
        const files = await pagesOf(given);
        const html = files[path];
        const links = linksOf(html);
        const ofKind = (kind) => links.filter(({ rel }) => rel === kind).map(({ href }) => href);
        assert.deepEqual(ofKind('canonical'), [own ? `${site}${own}/` : site]);
        const all = ['', ...languages.map((language) => `${language}/`)].map((one) => site + one);
        assert.deepEqual(ofKind('alternate'), all);
        assert.equal(
          one(html, /<meta property="og:image" content="([^"]*)"/g),
          `${site}social.png`,
        );
        const data = JSON.parse(one(html, /<script type="application\/ld\+json">(.*)<\/script>/g));
        assert.equal(data.url, own ? `${site}${own}/` : site);
        const listed = Array.from(
          files['sitemap.xml'].matchAll(/<loc>([^<]*)</g),
          ([, url]) => url,
        );
        assert.deepEqual(listed, all);
      }
    });
  }

  it('holds no sign that would end an attribute or a script', () => {
    for (const { title, description } of Object.values(heads)) {
      assert.doesNotMatch(title + description, /["<>&]/);
    }
  });
});

describe('what installs the page', () => {
  const manifest = JSON.parse(read('public/site.webmanifest'));

  it('names icons that there are, of the sizes that they have', () => {
    for (const { src, sizes } of manifest.icons) {
      const png = readFileSync(new URL(`../../web/site/public/${src}`, import.meta.url));
      assert.equal(`${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`, sizes, src);
    }
    assert.ok(manifest.icons.some(({ sizes }) => sizes === '192x192'));
    assert.ok(manifest.icons.some(({ sizes }) => sizes === '512x512'));
    assert.ok(manifest.icons.some(({ purpose }) => purpose === 'maskable'));
  });

  it('starts where it lies, at any path', () => {
    assert.deepEqual([manifest.start_url, manifest.scope], ['./', './']);
    assert.ok(manifest.icons.every(({ src }) => !src.includes('/')));
  });
});

describe('the built page', () => {
  const site = new URL('../../dist/site/', import.meta.url);
  for (const own of ['', ...languages]) {
    const page = new URL(own ? `${own}/` : './', site);
    // English is in the script; and the page of no language learns only from the browser which it has.
    const expected = own && own !== 'en' ? [own] : [];
    it(`asks beside its script for these texts: ${expected} (${own || './'})`, () => {
      const links = linksOf(readFileSync(new URL('index.html', page), 'utf8'));
      const preloaded = links.filter(({ rel }) => rel === 'modulepreload').map(({ href }) => href);
      assert.ok(preloaded.length > 0);
      for (const href of preloaded) assert.ok(existsSync(new URL(href, page)), href);
      const texts = preloaded.map((href) => /\/(en|de|fr|hi)-[^/]*\.js$/.exec(href)?.[1]);
      assert.deepEqual(texts.filter(Boolean), expected);
    });
  }
});
