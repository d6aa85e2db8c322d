/** Words of the room with those of its rarer pages, which are loaded with them. */
export const managing = ['identity', 'identity-managing'];
