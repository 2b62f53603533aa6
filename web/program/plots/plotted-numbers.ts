// What is plotted, as columns of numbers: for who does not see the picture, and to copy.
import type { Artist, Numbers, PlottedAxes } from '../../python/plotted-figure.ts';

export interface Column {
  name: string;
  values: readonly (number | string | null)[];
}

/** Of each thing that is drawn, what it is drawn from. Rules and texts are none. */
export function columnsOf({ artists, xlabel, ylabel, xticks, yticks }: PlottedAxes): Column[] {
  const names: Record<'x' | 'y', string> = { x: xlabel || 'x', y: ylabel || 'y' };
  const ticks = { x: xticks, y: yticks };
  const columns: Column[] = [];
  const add = (name: string, values: Column['values']) => {
    const same = columns.at(-2);
    // Curves over the same places have them once.
    if (name === names.x && same?.name === name && same.values.join() === values.join()) return;
    columns.push({ name, values });
  };
  for (const artist of artists) {
    switch (artist.kind) {
      case 'line':
      case 'points':
        add(names.x, named(artist.x, ticks.x));
        add(artist.label ?? names.y, named(artist.y, ticks.y));
        if (artist.kind === 'points' && artist.shades) add('c', artist.shades);
        break;
      case 'bars':
        add(names[artist.axis], named(artist.x, ticks[artist.axis]));
        add(artist.label ?? names[artist.axis === 'x' ? 'y' : 'x'], artist.y);
        break;
      case 'area':
        add(names.x, artist.x);
        add(`${artist.label ?? names.y} min`, artist.y);
        add(`${artist.label ?? names.y} max`, artist.high);
        break;
      case 'image':
        for (let i = 0; i < Math.max(0, ...artist.rows.map(({ length }) => length)); ++i) {
          columns.push({ name: String(i), values: artist.rows.map((row) => row[i] ?? null) });
        }
    }
  }
  return columns;
}

/** The names that stand at the places, where each place has one. */
function named(values: Numbers, ticks: PlottedAxes['xticks']): Column['values'] {
  const [at, labels] = ticks ?? [[], null];
  if (!labels) return values;
  const names = values.map((value) => labels[at.indexOf(value)]);
  return names.every((name) => name !== undefined) ? (names as string[]) : values;
}

/** As spreadsheets take it: tabs between the columns. */
export function tableText(columns: readonly Column[]): string {
  const count = Math.max(0, ...columns.map(({ values }) => values.length));
  const rows = Array.from({ length: count }, (_, i) =>
    columns.map(({ values }) => cellText(i < values.length ? (values[i] ?? null) : '')).join('\t'),
  );
  return [columns.map(({ name }) => name.replace(/\s+/g, ' ')).join('\t'), ...rows].join('\n');
}

export const cellText = (value: number | string | null) => (value === null ? 'nan' : String(value));

/** Whether it is in the legend. */
export const isLabelled = (artist: Artist): artist is Artist & { label: string; colour: string } =>
  'label' in artist && !!artist.label && !artist.label.startsWith('_');
