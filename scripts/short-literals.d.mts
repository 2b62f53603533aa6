import type { Plugin } from 'vite';

export function shortLiterals(): Plugin;
export function withShortLiterals(code: string): string;
