import { wordsIn, type Words } from '@plenary/ground/web';

/** All words of the house, from where they stand: a new room's are found without a line here. */
export const houseWords = wordsIn({
  ...import.meta.glob<{ default: Words }>('../../libs/*/web/messages/**/*.json'),
  ...import.meta.glob<{ default: Words }>('./messages/*.json'),
});
