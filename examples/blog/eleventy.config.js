// The blog: Markdown in _posts, Liquid in _layouts, and the playground's files as they are.
import syntaxHighlight from '@11ty/eleventy-plugin-syntaxhighlight';

/**
 * What `npm run build` makes of the playground, two folders up: the page, the embed and what programs run in. Elsewhere it is
 * a copy of that folder.
 */
const PLAYGROUND = '../../dist/site';

export default function (eleventy) {
  eleventy.addPlugin(syntaxHighlight);
  eleventy.ignores.add('README.md');
  eleventy.addPassthroughCopy('assets');
  eleventy.addPassthroughCopy({ [PLAYGROUND]: 'playground' });

  // Liquid's own dates are those of the machine's time zone.
  eleventy.addFilter('iso', (date) => date.toISOString());
  eleventy.addFilter('day', (date, lang) =>
    new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : lang, {
      dateStyle: 'long',
      timeZone: 'UTC',
    }).format(date),
  );
  eleventy.addFilter('language', (lang) =>
    new Intl.DisplayNames(lang, { type: 'language' }).of(lang),
  );

  return {
    dir: { layouts: '_layouts' },
    markdownTemplateEngine: 'liquid',
    htmlTemplateEngine: 'liquid',
  };
}
