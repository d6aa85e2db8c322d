/** The hour in which an instant lies: enough to recognise a forgotten device, too coarse to follow a person. */
export const hourOf = (now: number): Date => new Date(now - (now % 3_600_000));
