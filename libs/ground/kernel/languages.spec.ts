import { directionOfWords } from './languages.js';

describe('which way words run', () => {
  it.each([
    ['ar', 'CEDAW هي اتفاقية', 'rtl'],
    ['ar', '12 مادة', 'rtl'],
    ['ar', '', 'rtl'],
    ['ar', '2030', 'rtl'],
    ['ar', 'CEDAW', 'rtl'],
    ['ar', 'Migrant rights are human rights.', 'ltr'],
    ['he', 'GFMD הוא', 'rtl'],
    ['en', 'المهاجرون and others', 'rtl'],
    ['en', '12. المادة', 'rtl'],
    ['en', 'CEDAW يعني', 'ltr'],
    ['en', '2030', 'ltr'],
  ])('in %s: %s', (language, words, direction) => {
    expect(directionOfWords(words, language)).toBe(direction);
  });
});
