/**
 * Sends what takes as long as the line needs: a file. Only silence ends it: neither a part that leaves nor an answer
 * that comes for so long. `fetch` tells nobody how far it is, so the older road is taken.
 *
 * @param patience milliseconds
 */
export async function upload(request: Request, patience: number): Promise<Response> {
  const { signal } = request;
  const file = await request.blob();
  signal.throwIfAborted();
  return new Promise((answered, failed) => {
    const road = new XMLHttpRequest();
    let silence: ReturnType<typeof setTimeout>;
    const end = (): void => {
      clearTimeout(silence);
      signal.removeEventListener('abort', giveUp);
    };
    const fail = (reason: Error): void => {
      end();
      failed(reason);
    };
    const giveUp = (): void => {
      road.abort();
      fail(signal.reason as Error);
    };
    const heard = (): void => {
      clearTimeout(silence);
      silence = setTimeout(() => {
        road.abort();
        fail(new DOMException('nobody answers', 'TimeoutError'));
      }, patience);
    };
    road.upload.onprogress = heard;
    road.onprogress = heard;
    road.onerror = () => fail(new TypeError('nobody was reached'));
    road.onload = () => {
      end();
      answered(asResponse(road));
    };
    signal.addEventListener('abort', giveUp);
    road.open(request.method, request.url);
    road.responseType = 'blob';
    request.headers.forEach((value, name) => road.setRequestHeader(name, value));
    heard();
    road.send(file);
  });
}

/** Statuses with which no body comes. */
const bodiless = new Set([204, 205, 304]);

function asResponse(road: XMLHttpRequest): Response {
  const { status } = road;
  const lines = road
    .getAllResponseHeaders()
    .trim()
    .split(/[\r\n]+/)
    .filter(Boolean);
  const headers = lines.map((line): [string, string] => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon), line.slice(colon + 1).trim()];
  });
  return new Response(bodiless.has(status) ? null : (road.response as Blob), { status, headers });
}

/** A form with a file, or a file by itself. */
export const isUpload = ({ headers }: Request): boolean =>
  /^(multipart\/form-data|image\/)/.test(headers.get('content-type') ?? '');
