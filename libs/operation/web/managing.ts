/** Words of the room with those of its pages, which are loaded with them. */
export const managing = ['operation', 'operation-managing'];
