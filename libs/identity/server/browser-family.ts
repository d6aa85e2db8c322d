const families: readonly (readonly [RegExp, string])[] = [
  [/Edg\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/SamsungBrowser/, 'Samsung Internet'],
  [/Firefox|FxiOS/, 'Firefox'],
  [/Chrome|CriOS/, 'Chrome'],
  [/Safari/, 'Safari'],
];
const systems: readonly (readonly [RegExp, string])[] = [
  [/iPhone|iPad/, 'iOS'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS/, 'macOS'],
  [/Linux|X11/, 'Linux'],
];

/** "Firefox, Android": enough for a person to recognise a device, too little to follow one. */
export function browserFamily(userAgent: string): string | null {
  const find = (list: typeof families) => list.find(([pattern]) => pattern.test(userAgent))?.[1];
  return [find(families), find(systems)].filter(Boolean).join(', ') || null;
}
