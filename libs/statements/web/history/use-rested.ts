import { useEffect, useState } from 'react';

/** While a hand is on the slider, a text is asked for when it rests. Milliseconds. */
const restFor = 120;

/** What it was when it last rested for so long; the first at once. */
export function useRested<Value>(value: Value | undefined): Value | undefined {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    if (value === undefined) return;
    const wait = setTimeout(() => setRested(value), restFor);
    return () => clearTimeout(wait);
  }, [value]);
  return rested ?? value;
}
