import type { DataSource } from 'typeorm';

export interface ReceivedLetter {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly language: string;
}

/** Letters to an address that wait to be sent, the oldest first; waits a while until there are so many. */
export async function lettersTo(
  database: DataSource,
  email: string,
  least = 1,
  within = 3_000,
): Promise<ReceivedLetter[]> {
  for (const end = Date.now() + within; ;) {
    const found: ReceivedLetter[] = await database.query(
      'SELECT subject, text, html, language FROM mail WHERE to_address = $1 ORDER BY created_at, id',
      [email],
    );
    if (found.length >= least || Date.now() > end) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Page and secret of the link in a letter. */
export function linkIn({ text }: ReceivedLetter): { readonly page: string; readonly secret: string } {
  const [, page, secret] = /https?:\/\/[^/\s]+(\/[^\s#]*)#(\S+)/.exec(text)!;
  return { page: page!, secret: secret! };
}
