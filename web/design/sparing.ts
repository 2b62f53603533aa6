// Whether the reader's machine is short of memory, or its traffic dear.

export function isSparing(): boolean {
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  return connection?.saveData === true || matchMedia('(pointer: coarse)').matches;
}
