export function pythonStandardLibrary(): Promise<{ used: Uint8Array; rest: Uint8Array }>;
