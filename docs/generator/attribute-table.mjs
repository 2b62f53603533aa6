// The table of attributes in the embed's guide: what the custom-elements manifest says of each.

const START = '<!-- The attributes: `npm run docs` writes them. -->\n\n';
const END = '\n\n<!-- The end of the attributes. -->';
const HEADINGS = ['attribute', 'default', 'what'];

/**
 * The guide with its table as the manifest has it.
 *
 * @param {string} guide
 * @param {import('custom-elements-manifest/schema.d.ts').Package} manifest
 */
export function withAttributeTable(guide, manifest) {
  const start = guide.indexOf(START);
  const end = guide.indexOf(END, start);
  if (start < 0 || end < 0) throw new Error('The guide does not say where the attributes stand');
  return guide.slice(0, start) + START + attributeTable(manifest) + guide.slice(end);
}

/** @param {import('custom-elements-manifest/schema.d.ts').Package} manifest */
function attributeTable({ modules }) {
  const [{ attributes }] = modules.flatMap(({ declarations }) => declarations);
  const rows = attributes.map(({ name, default: text, description }) => [
    `\`${name}\``,
    text ? `\`${text}\`` : '',
    asCell(description),
  ]);
  const widths = HEADINGS.map((heading, column) =>
    Math.max(heading.length, ...rows.map((row) => row[column].length)),
  );
  /** @param {string[]} cells */
  const line = (cells) => `| ${cells.map((cell, i) => cell.padEnd(widths[i])).join(' | ')} |`;
  const rule = widths.map((width) => '-'.repeat(width));
  return [HEADINGS, rule, ...rows].map(line).join('\n');
}

// In a cell the sentence begins in lower case and has no full stop, as in the other tables of the guide.
function asCell(sentence) {
  const text = sentence.replace(/\.$/, '').replaceAll('|', '\\|');
  return text.charAt(0).toLowerCase() + text.slice(1);
}
