import type { PlaceView } from './thread.view.js';

/** The statement as a whole; other places say what they are besides. */
export const placeOnStatement: PlaceView = {
  kind: 'statement',
  ...{ anchor: null, print: null, paragraphId: null, suggestionId: null },
  ...{ quote: '', before: '', after: '' },
};
