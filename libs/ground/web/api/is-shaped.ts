/**
 * Whether what an answer carries is what one takes it for, by the parts that it has. Only for what the API hands on and
 * others define: the outcome of a work, a room's part of an export, the options of a standard.
 */
export const isShaped = <Shape extends object>(
  carried: unknown,
  ...parts: readonly (keyof Shape & string)[]
): carried is Shape =>
  typeof carried === 'object' && carried !== null && parts.every((part) => part in carried);
