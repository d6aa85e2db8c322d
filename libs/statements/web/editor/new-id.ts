const letters = 'abcdefghijkmnpqrstuvwxyz23456789';

/** A paragraph's id: 12 letters and digits that are not mixed up when read aloud; 60 random bits. */
export function newParagraphId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return Array.from(bytes, (byte) => letters[byte % letters.length]).join('');
}
