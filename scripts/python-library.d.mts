export function pythonLibrary(): Promise<Uint8Array>;
export function shortPythonLibrary(): Promise<Uint8Array>;
export declare const PYTHON_LIBRARY: string;
