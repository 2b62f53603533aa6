export function bundledPackages(group: string, name: string): import('vite').Plugin;
