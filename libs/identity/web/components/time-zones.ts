/** The parts of the world by which zones are named; each is a word on the screen. */
export const zoneRegions = [
  'Africa',
  'America',
  'Antarctica',
  'Arctic',
  'Asia',
  'Atlantic',
  'Australia',
  'Europe',
  'Indian',
  'Pacific',
] as const;
export type ZoneRegion = (typeof zoneRegions)[number];

export interface Zone {
  readonly value: string;
  readonly label: string;
}

/** Zones by part of the world, each by its city and by what its time is called in the reader's language. */
export function zonesByRegion(
  language: string,
  known: string | null,
): ReadonlyMap<ZoneRegion, readonly Zone[]> {
  const all = new Set([...Intl.supportedValuesOf('timeZone'), ...(known ? [known] : [])]);
  const collator = new Intl.Collator(language);
  const found = new Map<ZoneRegion, Zone[]>(zoneRegions.map((region) => [region, []]));
  for (const value of all) {
    const [region, ...places] = value.split('/');
    const city = places.at(-1)?.replaceAll('_', ' ');
    const time = city ? timeOf(language, value) : null;
    if (city && time) found.get(region as ZoneRegion)?.push({ value, label: `${city} · ${time}` });
  }
  for (const zones of found.values()) zones.sort((one, other) => collator.compare(one.label, other.label));
  return found;
}

function timeOf(language: string, timeZone: string): string | null {
  try {
    const parts = new Intl.DateTimeFormat(language, {
      timeZone,
      timeZoneName: 'longGeneric',
    }).formatToParts();
    return parts.find(({ type }) => type === 'timeZoneName')?.value ?? null;
  } catch {
    return null; // a zone that this browser does not know
  }
}
