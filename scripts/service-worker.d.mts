import type { Plugin } from 'vite';

export function serviceWorker(): Plugin;
export function writeServiceWorker(site: string): Promise<void>;
