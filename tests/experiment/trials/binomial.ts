// By exact integers, how likely each number of dropped ones is: an oracle for what theory says.

/** Of `n` draws, with p = a / b. */
export function binomialOf(n: number, a: bigint, b: bigint): number[] {
  const digits = 10n ** 40n;
  let choose = 1n;
  return Array.from({ length: n + 1 }, (_, k) => {
    const outcomes = choose * a ** BigInt(k) * (b - a) ** BigInt(n - k);
    choose = (choose * BigInt(n - k)) / BigInt(k + 1);
    return Number((outcomes * digits) / b ** BigInt(n)) / 1e40;
  });
}
