// Anchors of headings in Markdown, as GitHub makes them.

/**
 * The headings of a text, in order. An anchor that was there already is given a number.
 *
 * @param {string} markdown
 * @returns {{ level: number, name: string, anchor: string }[]}
 */
export function headingsIn(markdown) {
  const found = new Map();
  const withoutCode = markdown.replace(/^```.*?^```$/gms, '');
  return [...withoutCode.matchAll(/^(#+) (.+)$/gm)].map(([, marks = '', text = '']) => {
    const name = text.replace(/[`\\]/g, '').replace(/\[(.*?)\]\(.*?\)/g, '$1');
    const slug = name
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-');
    const count = found.get(slug) ?? 0;
    found.set(slug, count + 1);
    return { level: marks.length, name, anchor: count === 0 ? slug : `${slug}-${count}` };
  });
}

/**
 * Pages of TypeDoc with each link to a class, function or type leading to its heading, and without
 * the names of classes that are not exported. TypeDoc numbers anchors by its own count, which is
 * not that of the headings.
 *
 * @param {ReadonlyMap<string, string>} pages  text by file name
 * @returns {Map<string, string>}
 */
export function withRightLinks(pages) {
  const declared = new Map(
    [...pages].map(([file, text]) => {
      const headings = headingsIn(text).filter(({ level }) => level === 3);
      return [file, new Map(headings.map(({ name, anchor }) => [name, anchor]))];
    }),
  );
  return new Map(
    [...pages].map(([file, text]) => {
      const right = text.replace(/\[`(\w+)`\]\(([\w.]*)#[\w-]+\)/g, (link, name, page) => {
        const anchor = declared.get(page || file)?.get(name);
        return anchor ? `[\`${name}\`](${page}#${anchor})` : link;
      });
      return [file, right.replace(/^#### Extends\n\n- `\w+`.*\n\n/gm, '')];
    }),
  );
}
