export function pythonLibrary(): Promise<Uint8Array>;
export function shortPythonLibrary(): Promise<Uint8Array>;
export const PYTHON_LIBRARY: string;
