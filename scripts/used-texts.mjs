// Removes from an embed's translations the texts that only the page says, which are two in three. Also removes
// the code of @lit/localize that makes up ids, since each of our texts has an id.
import { parseAst } from 'rolldown/parseAst';
import { Visitor } from 'rolldown/utils';

const LOCALE = /\/web\/i18n\/locales\/\w+\.ts$/;

const ID_GENERATION = /[\\/]@lit[\\/]localize[\\/]internal[\\/]id-generation\.js$/;

/** An id as the bundler prints it. tests/node/languages.test.mjs checks that each msg() has one. */
const ID = /\bid: "([^"]+)"/g;

/**
 * Keeps the texts that any chunk asks for, also one that is fetched later.
 *
 * @returns {import('rolldown').Plugin}
 */
export function usedTexts() {
  return {
    name: 'used-texts',
    load: {
      filter: { id: ID_GENERATION },
      handler: () => 'export function generateMsgId() { throw new Error("a text without an id"); }',
    },
    // In this hook, because later ones come after the hash of the chunk has been computed.
    renderChunk(code, chunk, _, { chunks }) {
      const locales = modulesOf(chunk).filter(([id]) => LOCALE.test(id));
      if (locales.length === 0) return null;
      const own = idsIn(Object.values(chunks).flatMap(modulesOf));
      if (own.size === 0) throw new Error('No text of the embed has an id');
      for (const [, texts] of locales) code = code.replace(texts, () => only(own, texts));
      return { code, map: null };
    },
  };
}

/** @param {import('rolldown').RenderedChunk} chunk @returns {[id: string, code: string][]} */
function modulesOf({ modules }) {
  return Object.entries(modules).map(([id, { code }]) => [id.replaceAll('\\', '/'), code ?? '']);
}

/** @param {[id: string, code: string][]} modules */
function idsIn(modules) {
  return new Set(modules.flatMap(([, code]) => Array.from(code.matchAll(ID), ([, id]) => id)));
}

/** The module of a language with only the texts that are asked for. @param {Set<string | undefined>} own */
function only(own, /** @type {string} */ code) {
  /** @type {{ start: number, end: number, key: string }[]} */
  const others = [];
  let kept = 0;
  new Visitor({
    Property({ key, start, end }) {
      if (key.type !== 'Literal' || typeof key.value !== 'string') return;
      if (own.has(key.value)) kept++;
      else others.push({ key: key.value, start, end });
    },
  }).visit(parseAst(code));
  if (kept === 0) throw new Error(`None of the embed's texts is in this: ${code.slice(0, 200)}`);
  for (const { start, end } of others.reverse()) {
    code = code.slice(0, start) + code.slice(end).replace(/^\s*,/, '');
  }
  return code;
}
