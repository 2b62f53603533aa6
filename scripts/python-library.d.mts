export function pythonLibrary(): Promise<Uint8Array>;
export function pythonPlotting(): Promise<Uint8Array>;
export function shortPythonLibrary(): Promise<Uint8Array>;
export function shortPythonPlotting(): Promise<Uint8Array>;
export declare const PYTHON_LIBRARY: string;
export declare const PYTHON_PLOTTING: string;
