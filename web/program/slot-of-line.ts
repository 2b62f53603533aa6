// Where the editor shows what stands beside a line: the name of its slot.

export const slotOfLine = (line: number): string => `line-${line}`;
