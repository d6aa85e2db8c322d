/** The pages of this room, from beside other things. */
export const taskPath = (id: string): string => `/tasks/${id}`;
export const myTasksPath: string = '/tasks';
export const boardPath = (groupId: string): string => `/groups/${groupId}/tasks`;
