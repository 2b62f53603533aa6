// Leaves in an embed's languages what the embed itself says: two texts of three are of the page around it.
// And what makes an id of a text is left out, for each has its own.
import { parseAst } from 'rolldown/parseAst';
import { Visitor } from 'rolldown/utils';

const LOCALE = /\/web\/i18n\/locales\/\w+\.ts$/;

const ID_GENERATION = /[\\/]@lit[\\/]localize[\\/]internal[\\/]id-generation\.js$/;

/** As the bundler prints it. Each msg() has its id so; a test reads all sources for it. */
const ID = /\bid: "([^"]+)"/g;

/**
 * Reads off all chunks which texts are asked for, also by what is fetched later.
 *
 * @returns {import('rolldown').Plugin}
 */
export function ownTexts() {
  return {
    name: 'own-texts',
    load: {
      filter: { id: ID_GENERATION },
      handler: () => 'export function generateMsgId() { throw new Error("a text without an id"); }',
    },
    // Not later: what is left out has to be in the hash of the chunk's name.
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

/** The module of a language without the texts that are not asked for. @param {Set<string | undefined>} own */
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
