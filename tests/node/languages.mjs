// The languages of the page: all, and those into which English is translated.
import { readFileSync } from 'node:fs';

const names = JSON.parse(
  readFileSync(new URL('../../web/i18n/languages.json', import.meta.url), 'utf8'),
);

export const languages = Object.keys(names);

export const translations = languages.filter((language) => language !== 'en');
