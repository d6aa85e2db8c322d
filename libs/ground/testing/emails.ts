import type { DataSource } from 'typeorm';

export interface ReceivedEmail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly language: string;
}

/** E-mails to an address that wait to be sent, the oldest first; waits a while until there are so many. */
export async function emailsTo(
  database: DataSource,
  email: string,
  least = 1,
  within = 3_000,
): Promise<ReceivedEmail[]> {
  for (const end = Date.now() + within; ;) {
    const found: ReceivedEmail[] = await database.query(
      'SELECT subject, text, html, language FROM mail WHERE to_address = $1 ORDER BY created_at, id',
      [email],
    );
    if (found.length >= least || Date.now() > end) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Page and secret of the link in an e-mail. */
export function linkIn({ text }: ReceivedEmail): { readonly page: string; readonly secret: string } {
  const [, page, secret] = /https?:\/\/[^/\s]+(\/[^\s#]*)#(\S+)/.exec(text)!;
  return { page: page!, secret: secret! };
}
