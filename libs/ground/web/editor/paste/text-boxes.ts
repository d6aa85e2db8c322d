/** The text boxes that Word draws in a comment for programs that know its drawings. */
export function textBoxesIn(comment: Node): Element[] {
  const drawing = comment.nodeValue ?? '';
  if (!drawing.startsWith('[if gte vml') || !drawing.includes('<v:textbox')) return [];
  const inner = new DOMParser().parseFromString(drawing.slice(drawing.indexOf('>') + 1), 'text/html');
  return [...inner.getElementsByTagName('v:textbox')];
}
