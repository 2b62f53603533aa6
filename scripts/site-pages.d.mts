import type { Plugin } from 'vite';

export function sitePages(): Plugin;
