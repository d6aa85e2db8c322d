/** Words of the room, with those of organisations, among whose pages an impersonation begins. */
export const managing = ['impersonation', 'organisations', 'organisations-managing'];
