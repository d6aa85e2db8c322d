/** Words of the room with those of its page, which are loaded with it. */
export const managing = ['rights', 'rights-managing'];
