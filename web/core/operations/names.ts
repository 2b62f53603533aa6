// PyTorch's names as JavaScript writes them: masked_fill_ is maskedFill_.

export function camelCase(name: string): string {
  return name.replace(/(?<=[a-z\d])_(?=[a-z\d])(.)/g, (_, letter: string) => letter.toUpperCase());
}

export function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
