export function pythonLibrary(): Uint8Array;
export function writePythonLibrary(folder: string): void;
