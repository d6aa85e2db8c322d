/** `sign-ons` → `SignOns`: how a room is called in classes. */
export const pascal = (room) => room.replace(/(^|-)([a-z])/g, (_, _dash, letter) => letter.toUpperCase());

/** `sign-ons` → `signOns`: how it is called in names. */
export const camel = (room) => room.replace(/-([a-z])/g, (_, letter) => letter.toUpperCase());
