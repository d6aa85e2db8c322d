/** There is no side beside the text: what stands there is a sheet. As the page of a statement folds. */
export const isNarrow = (): boolean => matchMedia('(max-width: 62em)').matches;
