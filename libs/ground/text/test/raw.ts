import * as Y from 'yjs';

/** The characters in an item of the sequence, as the specs name them; a note by the words it was born with. */
export function charactersIn({ content, deleted }: Y.Item): string[] {
  if (deleted) return [];
  if (content instanceof Y.ContentString) return content.str.split('');
  const embed =
    content instanceof Y.ContentEmbed ? (content.embed as { n?: string; v?: { text: string } }) : {};
  return embed.n === undefined ? [] : [embed.v!.text];
}

/** Which steps the manager laid on its piles, went on with, and took away, while something was done. */
export function watch(manager: Y.UndoManager, act: () => void) {
  const seen: { added?: object; updated?: object; popped?: object } = {};
  const added = ({ stackItem }: { stackItem: object }) => void (seen.added = stackItem);
  const updated = ({ stackItem }: { stackItem: object }) => void (seen.updated = stackItem);
  const popped = ({ stackItem }: { stackItem: object }) => void (seen.popped = stackItem);
  manager.on('stack-item-added', added);
  manager.on('stack-item-updated', updated);
  manager.on('stack-item-popped', popped);
  act();
  manager.off('stack-item-added', added);
  manager.off('stack-item-updated', updated);
  manager.off('stack-item-popped', popped);
  return seen;
}
