// Medians and spread of samples.

/**
 * The median with the quartiles around it.
 *
 * @param {readonly number[]} samples
 */
export function summary(samples) {
  const sorted = [...samples].sort((a, b) => a - b);
  return {
    lower: quantile(sorted, 0.25),
    median: quantile(sorted, 0.5),
    upper: quantile(sorted, 0.75),
  };
}

// Linear between neighbours, as numpy.quantile.
function quantile(sorted, q) {
  const position = q * (sorted.length - 1);
  const below = Math.floor(position);
  const above = Math.ceil(position);
  return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
}
