/** Somebody who types one letter after the other, in a paragraph of their own, as Yjs updates. */
import * as Y from 'yjs';

export class Typist {
  /** When each clock was typed, in milliseconds: the places are the clocks. */
  times = [];
  typed = 0;
  #doc = new Y.Doc();
  #text = null;
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
    if (this.#text) this.#text.insert(this.#text.length, 'abcdefgh '[this.typed % 9]);
    else this.#begin();
    const next = Y.getState(this.#doc.store, this.clientId);
    while (this.times.length < next) this.times.push(now);
    this.typed++;
    return this.#written;
  }

  #begin() {
    this.#doc.transact(() => {
      const paragraph = new Y.XmlElement('paragraph');
      paragraph.setAttribute('id', `p-${this.clientId}`);
      this.#text = new Y.XmlText('a');
      paragraph.insert(0, [this.#text]);
      this.#doc.getXmlFragment('body').push([paragraph]);
    });
  }
}
