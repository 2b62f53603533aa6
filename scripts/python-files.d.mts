import type { Plugin } from 'vite';

export function pythonFiles(): Plugin;
