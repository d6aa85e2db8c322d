/** @jest-environment ./libs/ground/web/testing/browser-environment.cjs */
import { answerOf, apiFor } from './api-client';

/** A road on which a spec moves the file. */
class Road {
  static last: Road;
  readonly upload: { onprogress?: () => void } = {};
  readonly headers: Record<string, string> = {};
  onprogress?: () => void;
  onload?: () => void;
  onerror?: () => void;
  responseType = '';
  status = 0;
  response: unknown;
  sent: unknown;
  isAborted = false;
  address = '';
  open = (method: string, url: string) => void (this.address = `${method} ${new URL(url).pathname}`);
  setRequestHeader = (name: string, value: string) => void (this.headers[name] = value);
  getAllResponseHeaders = () => 'content-type: application/json\r\nx-request-id: request-1\r\n';
  send = (sent: unknown) => {
    this.sent = sent;
    Road.last = this;
  };
  abort = () => void (this.isAborted = true);

  answers(status: number, body: unknown): void {
    this.status = status;
    this.response = JSON.stringify(body);
    this.onload!();
  }
}

interface Paths {
  '/api/lists': {
    post: {
      requestBody: { content: { 'multipart/form-data': { list: string } } };
      responses: { 200: { content: { 'application/json': { lines: number } } } };
    };
    get: { responses: { 200: { content: { 'application/json': { lines: number } } } } };
  };
}

/** Goes on while a spec holds the time. */
const machineTimer = setTimeout;
const seconds = (count: number) => count * 1_000;
/** What the client may be silent for. */
const patience = seconds(20);

describe('a file on its way to the server', () => {
  const api = apiFor<Paths>();
  /** As a browser writes a form; the one of this page is not the one that `Request` knows. */
  const type = 'multipart/form-data; boundary=end';
  const form = '--end\r\ncontent-disposition: form-data; name="list"\r\n\r\nOrganisation\r\n--end--\r\n';
  /** What became of it; the file has left the page when this is there. */
  async function send(): Promise<{ end: Promise<unknown>; road: Road }> {
    const headers = { 'content-type': type };
    const call = api.POST('/api/lists', { body: { list: '' }, headers, bodySerializer: () => form as never });
    const end = answerOf(call).catch((reason: { code: string }) => reason.code);
    while (!Road.last) await new Promise((next) => machineTimer(next, 0));
    return { end, road: Road.last };
  }

  beforeEach(() => {
    Object.assign(globalThis, { XMLHttpRequest: Road });
    (Road as { last: unknown }).last = undefined;
    jest.useFakeTimers();
  });
  afterEach(() => jest.useRealTimers());

  it('may take as long as it moves, and is answered', async () => {
    const { end, road } = await send();
    for (let part = 0; part < 30; part++) {
      jest.advanceTimersByTime(patience - 1);
      road.upload.onprogress!();
    }
    expect(road.isAborted).toBe(false);
    road.answers(200, { lines: 1 });
    expect(await end).toEqual({ lines: 1 });
    expect(road.address).toBe('POST /api/lists');
    expect(road.headers['content-type']).toBe(type);
    expect((road.sent as Blob).size).toBe(form.length);
  });

  it('is given up when nothing moves for as long as a person waits, before the end and after it', async () => {
    const stuck = await send();
    stuck.road.upload.onprogress!();
    jest.advanceTimersByTime(patience);
    expect([await stuck.end, stuck.road.isAborted]).toEqual(['network.timeout', true]);
  });

  it('is told apart: refused, unreached', async () => {
    const refused = await send();
    refused.road.answers(409, { error: { code: 'long-work.too-many', params: {}, requestId: 'request-1' } });
    expect(await refused.end).toBe('long-work.too-many');
    (Road as { last: unknown }).last = undefined;
    const away = await send();
    away.road.onerror!();
    expect(await away.end).toBe('network.unreachable');
  });
});
