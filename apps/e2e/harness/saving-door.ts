import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { plenaryUrl } from './browser.js';

/**
 * The same house at another address, whose worker finds the browser asked to save data, or not: Chromium lets a page
 * be told so from outside, but no worker.
 */
export async function savingDoor(saves: boolean): Promise<{ url: string; close: () => Promise<void> }> {
  const told = `Object.defineProperty(navigator.connection, 'saveData', { value: ${saves} });\n`;
  const server = createServer((asked, answer) => {
    const { method = 'GET', url = '/', headers } = asked;
    // Only what a door needs, which posts nothing.
    void fetch(plenaryUrl() + url, { method, headers: { accept: headers.accept ?? '*/*' } })
      .then(async (said) => {
        const type = said.headers.get('content-type') ?? 'text/plain';
        answer.writeHead(said.status, { 'content-type': type, 'cache-control': 'no-cache' });
        if (url === '/sw.js') answer.write(told);
        answer.end(Buffer.from(await said.arrayBuffer()));
      })
      .catch(() => answer.destroy());
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
}
