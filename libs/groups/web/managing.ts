/** Words of the room with those for managing it, which are loaded with its pages. */
export const managing = ['groups', 'groups-managing'];
