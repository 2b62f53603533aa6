export function pythonLibrary(): Promise<Uint8Array>;
export function writePythonLibrary(folder: string): Promise<void>;
