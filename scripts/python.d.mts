export function pythonWithNumpy(): string | undefined;
