// Leaves programs out of the script in one file, in which they would be several times as large as all else: what runs
// them is files of their own, and a page that is opened as a file may start no worker.

/** @returns {import('rolldown').Plugin} */
export function withoutPrograms() {
  return {
    name: 'without-programs',
    load: (id) =>
      id.replaceAll('\\', '/').endsWith('web/embed/programs.ts')
        ? 'export function registerPrograms() {}'
        : null,
  };
}
