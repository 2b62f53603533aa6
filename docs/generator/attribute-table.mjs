// The tables of attributes in the embed's guide: what the custom-elements manifest says of each.

const END = '\n\n<!-- The end of the attributes. -->';
const HEADINGS = ['attribute', 'default', 'what'];

/** @param {string} element */
const startOf = (element) =>
  `<!-- The attributes of ${element}: \`npm run docs\` writes them. -->\n\n`;

/**
 * The guide with its tables as the manifest has them.
 *
 * @param {string} guide
 * @param {import('custom-elements-manifest/schema.d.ts').Package} manifest
 */
export function withAttributeTables(guide, { modules }) {
  const elements = modules.flatMap(({ declarations }) => declarations);
  return elements.reduce((text, { tagName, attributes }) => {
    const start = text.indexOf(startOf(tagName));
    const end = text.indexOf(END, start);
    if (start < 0 || end < 0) {
      throw new Error(`The guide does not say where the attributes of ${tagName} stand`);
    }
    return text.slice(0, start) + startOf(tagName) + attributeTable(attributes) + text.slice(end);
  }, guide);
}

/** @param {import('custom-elements-manifest/schema.d.ts').Attribute[]} attributes */
function attributeTable(attributes) {
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
