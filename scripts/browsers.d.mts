// The types of browsers.mjs, for the tests' configuration, which is TypeScript.
export function chromium(): string | undefined;
export function firefox(): string | undefined;
export function miniBrowser(): string | undefined;
