/**
 * The text as docs/protocol.md describes it, by Yjs' own means: characters, marks and ends in the root `text`, what is
 * said of paragraphs in `blocks`. On the wire an array and a text of Yjs are the same, and the text finds its places
 * quickly.
 */
import * as Y from 'yjs';

export const textIn = (doc) => doc.getText('text');

/** A new paragraph behind all others; answers the place behind its words. */
export function beginParagraph(doc, words) {
  const text = textIn(doc);
  return doc.transact(() => {
    const place = text.length;
    const id = `y${doc.clientID}.${Y.getState(doc.store, doc.clientID)}`;
    text.insertEmbed(place, { p: {} });
    text.insertEmbed(place + 1, 0);
    if (words) text.insert(place + 1, words);
    doc.getMap('blocks').set(`${id}/own`, true);
    return place + 1 + words.length;
  });
}

function* livingItems(doc) {
  for (let item = textIn(doc)._start; item !== null; item = item.right) if (!item.deleted) yield item;
}

/** Characters alone, in the order in which they stand. */
export const charactersIn = (doc) => textIn(doc).toString();

/** How many characters each client id has in it. */
export function charactersByClient(doc) {
  const count = new Map();
  for (const { id, content, length } of livingItems(doc)) {
    if (content instanceof Y.ContentString) count.set(id.client, (count.get(id.client) ?? 0) + length);
  }
  return count;
}

/** Of each paragraph, in order, the places between which its characters stand. */
export function paragraphsIn(doc) {
  const found = [];
  let place = 0;
  for (const { content, length } of livingItems(doc)) {
    if (content instanceof Y.ContentEmbed) {
      if (content.embed === 0) found.at(-1).to = place;
      else found.push({ from: place + 1, to: place + 1 });
    }
    if (content.isCountable()) place += length;
  }
  return found;
}
