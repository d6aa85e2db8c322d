/** How light a colour is, 0 to 1, as WCAG 2 measures it. `colour` is six-digit hex. */
function lightness(colour: string): number {
  const part = (at: number) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5);
}

/** Contrast of two colours as WCAG 2 counts it, 1 to 21. */
export function contrastOf(one: string, other: string): number {
  const [a, b] = [lightness(one), lightness(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** The colour of words on a ground of any colour: white where it can be read, else black, which then can. */
export const wordsOn = (ground: string): string =>
  contrastOf(ground, '#ffffff') >= 4.5 ? '#ffffff' : '#000000';

/** The same colour, made darker or lighter until it can be read on `ground`. */
export function readableOn(colour: string, ground: string, least = 4.5): string {
  const towards = lightness(ground) > 0.18 ? 0 : 255;
  const parts = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  for (let step = 0; step <= 20; step++) {
    const mixed = parts.map((part) => Math.round(part + ((towards - part) * step) / 20));
    const shade = `#${mixed.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
    if (contrastOf(shade, ground) >= least) return shade;
  }
  return towards === 0 ? '#000000' : '#ffffff';
}
