/** A bar plot as SVG: how late characters are (p95) and what the server spends, by load and target. */
import { round } from './numbers.mjs';

const colours = {
  plenary: '#0f766e',
  hocuspocus: '#b45309',
  'y-websocket': '#6d28d9',
  'y-socket.io': '#be123c',
  relay: '#64748b',
};
const [width, barHeight, left] = [860, 16, 250];

/** Logarithmic: from 1 ms to a minute. */
const x = (value) =>
  Math.max(2, (Math.log10(Math.max(1, value)) / Math.log10(60_000)) * (width - left - 110));

export function plotOf(scenarios, results, titles) {
  const parts = [];
  let y = 56;
  for (const { key, title } of scenarios) {
    if (!results[key]) continue;
    parts.push(`<text x="16" y="${y + 12}" class="scenario">${title}</text>`);
    for (const [name, result] of Object.entries(results[key])) {
      if (result.failed) continue;
      const length = x(result.p95);
      parts.push(
        `<text x="${left - 10}" y="${y + 12}" text-anchor="end">${titles[name]}</text>`,
        `<rect x="${left}" y="${y}" width="${length.toFixed(0)}" height="${barHeight - 4}" rx="2" fill="${colours[name]}"/>`,
        `<text x="${left + length + 8}" y="${y + 11}">${round(result.p95)} ms · ${round(result.cpu * 100)} % CPU</text>`,
      );
      y += barHeight;
    }
    y += 18;
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${y}" role="img" aria-label="95 of 100 characters reach a reader within this time; shorter is better">
<style>text{font:12px system-ui,sans-serif;fill:#1f2937}.scenario{font-weight:600}.head{font-size:15px;font-weight:600}rect.ground{fill:#ffffff}@media(prefers-color-scheme:dark){text{fill:#e5e7eb}rect.ground{fill:#111827}}</style>
<rect class="ground" width="${width}" height="${y}"/>
<text x="16" y="28" class="head">95 of 100 characters reach a reader within (logarithmic; shorter is better)</text>
${parts.join('\n')}
</svg>
`;
}
