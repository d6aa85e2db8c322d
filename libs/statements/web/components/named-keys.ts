const isApple = (): boolean => /Mac|iP(hone|ad)/.test(navigator.userAgent);

/** Keys as they are written on this device's keyboard: `Mod+B`. */
export const namedKeys = (combination: string): string =>
  combination.replace('Mod', isApple() ? '⌘' : 'Ctrl');
