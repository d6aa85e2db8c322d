/** Somebody who types one character after the other, in a paragraph of their own, as Yjs updates. */
import * as Y from 'yjs';
import { beginParagraph, textIn } from './flat-text.mjs';

export class Typist {
  /** When each clock was typed, in milliseconds: the places are the clocks. */
  times = [];
  typed = 0;
  #doc = new Y.Doc();
  /** Where the next character goes: in front of the paragraph's end. */
  #place = null;
  #written = null;

  constructor(clientId) {
    if (clientId !== null && clientId !== undefined) this.#doc.clientID = clientId;
    this.#doc.on('update', (update) => (this.#written = update));
  }

  get clientId() {
    return this.#doc.clientID;
  }

  /** One keystroke; answers its update. */
  type(now) {
    if (this.#place === null) this.#place = beginParagraph(this.#doc, 'a');
    else textIn(this.#doc).insert(this.#place++, 'abcdefgh '[this.typed % 9]);
    const next = Y.getState(this.#doc.store, this.clientId);
    while (this.times.length < next) this.times.push(now);
    this.typed++;
    return this.#written;
  }
}
