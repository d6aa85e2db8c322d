/** What somebody typed as one line: names, titles, reasons. */
export const oneLine = (typed: string): string => typed.replace(/\s+/g, ' ').trim();
