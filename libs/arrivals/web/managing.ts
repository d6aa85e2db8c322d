/** Words of the room, with those of organisations, among whose pages its own stand, and of work that takes long. */
export const managing = ['arrivals', 'organisations', 'organisations-managing', 'work-managing'];
