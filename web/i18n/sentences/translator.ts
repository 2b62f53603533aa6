// Sentences that were put together elsewhere, in another language: by their patterns.

/** By English pattern, `expected {0}, but found {1}`, what another language has for it: each place once or more. */
export type Sentences = Readonly<Record<string, string>>;

/**
 * Translates what fits a pattern, the first of those that do, and what stands in its places likewise;
 * leaves all else as it is.
 */
export function translator(sentences: Sentences): (english: string) => string {
  const patterns = Object.entries(sentences).map(
    ([english, other]) => [new RegExp(`^${patternOf(english)}$`, 's'), other] as const,
  );
  return function translate(english: string): string {
    for (const [pattern, other] of patterns) {
      const found = pattern.exec(english);
      if (found) {
        return other.replace(/\{(\d)\}/g, (_, place) => translate(found[Number(place) + 1] ?? ''));
      }
    }
    return english;
  };
}

function patternOf(english: string): string {
  return english
    .split(/\{\d\}/)
    .map((words) => words.replace(/[.*+?^$(){}|[\]\\]/g, String.raw`\$&`))
    .join('(.+?)');
}
