export const commentsRoom = { inside: [], outside: [], ways: [] } as const;
