// The css`` and html`` of our elements without the comments, line breaks and indentation that are there for
// who reads the sources: what minifies programs leaves the texts in them as they are.
import { parseAst } from 'rolldown/parseAst';
import { Visitor } from 'rolldown/utils';

const SOURCES = /[\\/]web[\\/][^?]+\.ts$/;

/** Stands for ${…} in a literal, and in no literal. */
const HOLE = '\0';

/** As CSS and HTML have it: no-break spaces are none. */
const WHITE = String.raw`[ \t\r\n\f]`;

/** White space, and comments that follow it. Alone, a comment parts words as white space does not. */
const COMMENT = String.raw`/\*[^]*?\*/`;
const GAP = `${WHITE}+(?:${COMMENT}${WHITE}*)*`;
const TEXT = String.raw`"[^"]*"|'[^']*'|\burl\([^)]*\)|${COMMENT}`;
const CSS = new RegExp(
  `(${TEXT})|(?:${GAP})?;(?:${GAP})?(?=})|(?:${GAP})?([{};,])(?:${GAP})?|(:)${GAP}|(${GAP})`,
  'g',
);

/** One space means the same, but for where lines are as they are written. */
const LINE_BREAK = new RegExp(`${WHITE}*\\n${WHITE}*`, 'g');
const PREFORMATTED = /<(?:pre|textarea)\b/;

const SHORTER = new Map([
  ['css', shortCss],
  ['html', shortMarkup],
  ['svg', shortMarkup],
]);

/** @returns {import('rolldown').Plugin} */
export function shortLiterals() {
  return {
    name: 'short-literals',
    transform: {
      filter: { id: SOURCES, code: /\b(?:css|html|svg)`/ },
      handler: (code) => ({ code: withShortLiterals(code), map: null }),
    },
  };
}

/** @param {string} code  of a TypeScript module */
export function withShortLiterals(code) {
  /** @type {{ start: number, end: number, text: string }[]} */
  const changes = [];
  new Visitor({
    TaggedTemplateExpression({ tag, quasi: { quasis } }) {
      const shorter = tag.type === 'Identifier' ? SHORTER.get(tag.name) : undefined;
      if (!shorter) return;
      const literal = quasis.map(({ value }) => value.raw).join(HOLE);
      const texts = shorter(literal).split(HOLE);
      if (texts.length !== quasis.length) throw new Error(`A comment has a hole: ${literal}`);
      for (const [i, { start, end }] of quasis.entries()) {
        changes.push({ start, end, text: texts[i] ?? '' });
      }
    },
  }).visit(parseAst(code, { lang: 'ts', astType: 'js' }));
  // A literal may stand in the hole of another.
  for (const { start, end, text } of changes.sort((one, other) => other.start - one.start)) {
    code = code.slice(0, start) + text + code.slice(end);
  }
  return code;
}

/** @param {string} literal */
function shortCss(literal) {
  // Where a text ends is not plain then; and it is rare.
  if (literal.includes('\\')) return literal;
  return literal.replace(
    CSS,
    (_, text, mark, colon, gap) => text ?? mark ?? colon ?? (gap && ' ') ?? '',
  );
}

/** @param {string} literal */
function shortMarkup(literal) {
  return PREFORMATTED.test(literal) ? literal : literal.replace(LINE_BREAK, ' ');
}
