import { readableOn } from '@plenary/ground/kernel';
import type { CSSProperties } from 'react';

/** The grounds on which the colour stands, as `--plenary-accent-soft` is in light and dark; the hardest there are. */
const grounds = { light: '#e6f1ef', dark: '#1b3235' };

/** The coalition's colour in a shade for each theme that can be read: one dark on light, one light on dark. */
export const coalitionLook = (colour: string | undefined): CSSProperties =>
  (colour
    ? {
        '--coalition-light': readableOn(colour, grounds.light),
        '--coalition-dark': readableOn(colour, grounds.dark),
      }
    : {}) as CSSProperties;
