// Leaves programs and labs out of the script in one file, in which they would be several times as large as all else: what
// runs them are files of their own, and a page that is opened as a file may start no worker.

/** What registers them, with what it exports. */
const LEFT_OUT = new Map([
  ['web/embed/programs.ts', 'registerPrograms'],
  ['web/embed/labs.ts', 'registerLabs'],
]);

/** @returns {import('rolldown').Plugin} */
export function withoutWorkers() {
  return {
    name: 'without-workers',
    load(id) {
      const path = id.replaceAll('\\', '/');
      const [, name] = [...LEFT_OUT].find(([file]) => path.endsWith(file)) ?? [];
      return name ? `export function ${name}() {}` : null;
    },
  };
}
