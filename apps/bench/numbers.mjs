/** The value below which so large a part of all lies; NaN of nothing. */
export function quantile(values, part) {
  if (values.length === 0) return NaN;
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
}

export const round = (value, digits = 0) =>
  value === null || Number.isNaN(value) ? '–' : value.toLocaleString('en', { maximumFractionDigits: digits });
