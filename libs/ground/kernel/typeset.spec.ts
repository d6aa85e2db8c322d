import { typeset } from './typeset.js';

describe('typeset', () => {
  it('sets the blanks before signs and inside quotation marks in French', () => {
    expect(typeset('Motif : « oui » ; vraiment ? À 14:05 !', 'fr')).toBe(
      'Motif\u00a0: «\u00a0oui\u00a0»\u202f; vraiment\u202f? À 14:05\u202f!',
    );
    expect(typeset('{{name}} : non', 'fr-CA')).toBe('{{name}}\u00a0: non');
  });

  it.each(['en', 'es', 'ar'])('leaves %s as it is', (language) =>
    expect(typeset('Well : « ? »', language)).toBe('Well : « ? »'),
  );
});
