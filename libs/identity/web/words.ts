/** Words of the room, with those that public pages show and everybody therefore has. */
export const words = ['identity', 'identity-public'];
