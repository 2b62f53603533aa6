// Removes comments, line breaks and indentation from the css`` and html`` literals of our elements. The
// bundler's minifier shortens code only, and leaves the texts of literals as they are.
import { parseAst } from 'rolldown/parseAst';
import { Visitor } from 'rolldown/utils';

const SOURCES = /[\\/]web[\\/][^?]+\.ts$/;

/** Stands for each ${…} while a literal is shortened. No literal contains this character. */
const HOLE = '\0';

/** White space as CSS and HTML define it, which no-break spaces are not. */
const WHITE = String.raw`[ \t\r\n\f]`;

/**
 * White space with the comments that follow it, which mean no more than a space. A comment without white space
 * before it stays: it separates two tokens without being a space.
 */
const COMMENT = String.raw`/\*[^]*?\*/`;
const GAP = `${WHITE}+(?:${COMMENT}${WHITE}*)*`;
const TEXT = String.raw`"[^"]*"|'[^']*'|\burl\([^)]*\)|${COMMENT}`;
const CSS = new RegExp(
  `(${TEXT})|(?:${GAP})?;(?:${GAP})?(?=})|(?:${GAP})?([{};,])(?:${GAP})?|(:)${GAP}|(${GAP})`,
  'g',
);

/** A line break in HTML, which means the same as one space unless the text is preformatted. */
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
  // From the end to the start: a literal may stand inside of another's ${…}, and positions must stay right.
  for (const { start, end, text } of changes.sort((one, other) => other.start - one.start)) {
    code = code.slice(0, start) + text + code.slice(end);
  }
  return code;
}

/** @param {string} literal */
function shortCss(literal) {
  // With a backslash it is hard to say where a text ends. That is rare, so the literal stays as it is.
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
