declare module 'virtual:words' {
  /** All words of the house, from where they stand (`build/words.ts`): a new room's are found without a line here. */
  export const houseWords: import('@plenary/ground/web').HouseWords;
}
