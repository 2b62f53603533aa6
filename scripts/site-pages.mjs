// A Vite plugin that makes the page in each language from one template. The head is filled in at build time for
// readers that run no scripts, such as search engines and makers of link previews.
import { readFileSync } from 'node:fs';

/** @typedef {{ title: string, description: string, heading: string, fallback: string }} Head */

/** @type {Record<string, Head>} */
const HEADS = readJson('../web/site/head.json');

const LANGUAGES = Object.keys(readJson('../web/i18n/languages.json'));

/** The address of the site, if it is known. Previews and search engines want whole addresses. */
const SITE_URL = process.env.SITE_URL?.replace(/\/*$/, '/');

/** Where the source of the page is public, if it is. */
const { SOURCE_URL } = process.env;

/** The language in which the page is written that follows the reader's language. */
const DEFAULT = 'en';

/** @returns {import('vite').Plugin} */
export function sitePages() {
  let isBuild = true;
  return {
    name: 'site-pages',
    config(_, { command }) {
      isBuild = command === 'build';
    },
    transformIndexHtml: { order: 'post', handler: (html) => (isBuild ? html : page(html, '')) },
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const index = bundle['index.html'];
        if (index?.type !== 'asset') throw new Error('Vite has made no index.html');
        const files = Object.values(bundle);
        const template = String(index.source);
        index.source = page(template, '');
        for (const language of LANGUAGES) {
          const own = withTexts(template, files, language);
          const source = page(own.replace(/(href|src)="\.\//g, '$1="../'), language);
          this.emitFile({ type: 'asset', fileName: `${language}/index.html`, source });
        }
        if (SITE_URL) this.emitFile({ type: 'asset', fileName: 'sitemap.xml', source: sitemap() });
      },
    },
  };
}

/**
 * @param {string} template
 * @param {string} own  The page's language; empty for that which follows the reader's.
 */
function page(template, own) {
  const language = own || DEFAULT;
  /** @type {Record<string, string>} */
  const texts = { ...HEADS[language] };
  return template
    .replace('lang="en"', own ? `lang="${own}" data-language="${own}"` : `lang="${DEFAULT}"`)
    .replace('<!-- {{links}} -->', links(own, HEADS[language]))
    .replace(/\{\{(\w+)\}\}/g, (_, name) => texts[name] ?? '');
}

/**
 * Adds a preload of the texts of the page's language, which the script would request only when it runs.
 *
 * @param {string} html
 * @param {import('rolldown').OutputBundle[string][]} files
 * @param {string} language
 */
function withTexts(html, files, language) {
  const texts = files.find(
    (file) => file.type === 'chunk' && file.facadeModuleId?.endsWith(`/locales/${language}.ts`),
  );
  if (!texts) return html;
  const link = `<link rel="modulepreload" crossorigin href="./${texts.fileName}">`;
  return html.replace(/ *<\/head>/, `    ${link}\n$&`);
}

/** @param {string} own @param {Head} head */
function links(own, { title, description }) {
  const top = own ? '../' : './';
  const address = (/** @type {string} */ path) => (SITE_URL ? SITE_URL + path : top + path);
  const alternates = LANGUAGES.map(
    (language) => `<link rel="alternate" hreflang="${language}" href="${address(`${language}/`)}">`,
  );
  const data = {
    '@context': 'https://schema.org',
    '@type': ['WebApplication', 'LearningResource'],
    name: 'Dropout Playground',
    description,
    ...(SITE_URL && { url: address(own && `${own}/`) }),
    inLanguage: own || LANGUAGES,
    applicationCategory: 'EducationalApplication',
    operatingSystem: 'Any',
    isAccessibleForFree: true,
    learningResourceType: 'Interactive simulation',
    about: 'Dropout, torch.nn.Dropout',
  };
  return [
    ...(SITE_URL ? [`<link rel="canonical" href="${address(own && `${own}/`)}">`] : []),
    `<link rel="alternate" hreflang="x-default" href="${address('')}">`,
    ...alternates,
    `<link rel="license" href="${top}LICENSE.txt">`,
    ...(SOURCE_URL ? [`<link rel="code-repository" href="${SOURCE_URL}">`] : []),
    `<link rel="manifest" href="${top}site.webmanifest">`,
    `<link rel="apple-touch-icon" href="${top}icon-192.png">`,
    '<meta property="og:type" content="website">',
    `<meta property="og:title" content="${title}">`,
    `<meta property="og:description" content="${description}">`,
    `<meta property="og:image" content="${address('social.png')}">`,
    '<meta name="twitter:card" content="summary_large_image">',
    `<script type="application/ld+json">${JSON.stringify(data)}</script>`,
  ].join('\n    ');
}

function sitemap() {
  const addresses = ['', ...LANGUAGES.map((language) => `${language}/`)];
  const urls = addresses.map((path) => `<url><loc>${SITE_URL}${path}</loc></url>`);
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls.join('')}</urlset>
`;
}

/** @param {string} path */
function readJson(path) {
  return JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
}
