/** What came back: the status and the body as JSON, or as text where it is none. */
export interface HttpAnswer<Body = never> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: [Body] extends [never] ? any : Body; // eslint-disable-line @typescript-eslint/no-explicit-any
}

/** A small browser: keeps its cookie, says where its pages come from. */
export class HttpClient {
  cookie: string | null = null;

  constructor(
    readonly url: string,
    /** Where its pages come from. */
    private readonly origin = url,
  ) {}

  get(path: string, headers: Record<string, string> = {}): Promise<HttpAnswer> {
    return this.send('GET', path, undefined, headers);
  }

  post(path: string, body: unknown = {}, headers: Record<string, string> = {}): Promise<HttpAnswer> {
    return this.send('POST', path, body, headers);
  }

  put(path: string, body: unknown, headers: Record<string, string> = {}): Promise<HttpAnswer> {
    return this.send('PUT', path, body, headers);
  }

  patch(path: string, body: unknown, headers: Record<string, string> = {}): Promise<HttpAnswer> {
    return this.send('PATCH', path, body, headers);
  }

  delete(path: string, headers: Record<string, string> = {}): Promise<HttpAnswer> {
    return this.send('DELETE', path, undefined, headers);
  }

  async send(
    method: string,
    path: string,
    body: unknown,
    headers: Record<string, string> = {},
  ): Promise<HttpAnswer> {
    const answer = await fetch(this.url + path, {
      method,
      headers: {
        origin: this.origin,
        ...(this.cookie ? { cookie: this.cookie } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      body: bodyOf(body),
    });
    const [cookie] = answer.headers.getSetCookie();
    if (cookie) this.cookie = cookie.split(';')[0]!;
    const text = await answer.text();
    return { status: answer.status, headers: answer.headers, body: parsed(text) };
  }
}

/** A form with one file, as a browser sends it: its type, and its bytes. */
export function formWith(
  file: { readonly field: string; readonly bytes: Uint8Array },
  fields: Readonly<Record<string, string>>,
): { type: string; content: Uint8Array } {
  const boundary = 'plenary-form-of-a-spec';
  const begin = (more: string) =>
    Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; ${more}\r\n\r\n`);
  const end = Buffer.from('\r\n');
  const content = Buffer.concat([
    ...Object.entries(fields).flatMap(([name, value]) => [begin(`name="${name}"`), Buffer.from(value), end]),
    ...[begin(`name="${file.field}"; filename="list.csv"\r\ncontent-type: text/csv`), file.bytes, end],
    Buffer.from(`--${boundary}--\r\n`),
  ]);
  return { type: `multipart/form-data; boundary=${boundary}`, content };
}

/** Text and bytes go out as they are, with the content type that the caller names. */
function bodyOf(body: unknown): BodyInit | undefined {
  if (body === undefined || typeof body === 'string') return body;
  return body instanceof Uint8Array ? new Uint8Array(body) : JSON.stringify(body);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
