export const tasksRoom = { inside: [], outside: [], ways: [] } as const;
