/** Words of the room with those for managing it, which are loaded with the pages that need them. */
export const managing = ['organisations', 'organisations-managing'];
