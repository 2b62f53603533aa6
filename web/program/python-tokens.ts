// Python in colours, before an editor is there and where none comes: comments, texts, numbers and keywords.

export type TokenKind = 'comment' | 'text' | 'number' | 'keyword' | '';

export interface Token {
  kind: TokenKind;
  text: string;
}

const KEYWORDS =
  'False None True and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return try while with yield';

const KINDS = ['comment', 'text', 'number', 'keyword'] as const;

const TOKEN = new RegExp(
  [
    '(#.*)',
    String.raw`((?:\b[rbfu]{1,2})?(?:"""[^]*?(?:"""|$)|'''[^]*?(?:'''|$)|"(?:\\.|[^"\\\n])*"?|'(?:\\.|[^'\\\n])*'?))`,
    String.raw`((?<![\w.])(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:e[+-]?\d+)?|\b0[xob][\da-f_]+)`,
    String.raw`(\b(?:${KEYWORDS.replaceAll(' ', '|')})\b)`,
  ].join('|'),
  'gi',
);

/** The tokens of each line. Their texts, put together, are the source. */
export function tokensOf(source: string): Token[][] {
  const lines: Token[][] = [[]];
  const add = (kind: TokenKind, text: string) => {
    for (const [i, part] of text.split('\n').entries()) {
      if (i > 0) lines.push([]);
      if (part) lines.at(-1)?.push({ kind, text: part });
    }
  };
  let end = 0;
  for (const match of source.matchAll(TOKEN)) {
    const [text, ...groups] = match;
    const kind = KINDS[groups.findIndex((group) => group !== undefined)] ?? '';
    const isKeyword = kind !== 'keyword' || KEYWORDS.split(' ').includes(text);
    add('', source.slice(end, match.index));
    add(isKeyword ? kind : '', text);
    end = match.index + text.length;
  }
  add('', source.slice(end));
  return lines;
}
