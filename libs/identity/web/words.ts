/** Words of the room, with those that the door shows and everybody therefore has. */
export const words = ['identity', 'identity-door'];
