/** rooms.mjs with the room on its shelf. */
export function onItsShelf(text, shelves, room, shelf) {
  const line = shelves.find((each) => each.shelf === shelf);
  if (line) {
    const names = (rooms) => `{ shelf: ${shelf}, rooms: [${rooms.map((each) => `'${each}'`).join(', ')}] }`;
    return text.replace(names(line.rooms), names([...line.rooms, room]));
  }
  return text.replace(/\n\];/, `\n  { shelf: ${shelf}, rooms: ['${room}'] },\n];`);
}
