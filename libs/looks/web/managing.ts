/** Words of the room, with those of organisations, among whose pages a look begins. */
export const managing = ['looks', 'organisations', 'organisations-managing'];
