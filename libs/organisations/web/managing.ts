/** Words of the room with those for managing it and for work that takes long; they are loaded with the pages that need them. */
export const managing = ['organisations', 'organisations-managing', 'work-managing'];
