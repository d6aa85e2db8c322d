import { spawn } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';

export interface OutsideProvider {
  readonly issuer: string;
  /** Settings of an installation that uses it. */
  readonly settings: Readonly<Record<string, string>>;
  stop(): void;
}

/** A TCP port that nobody uses at this moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

/** A real provider of OpenID Connect in a process of its own, which knows the installation at `ownAddress`. */
export async function startOutsideProvider(ownAddress: string): Promise<OutsideProvider> {
  const port = await freePort();
  const script = join(process.cwd(), 'libs/identity/testing/outside-provider.mjs');
  const child = spawn(process.execPath, [script, String(port), `${ownAddress}/api/outside/return`], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  await new Promise<void>((resolve, reject) => {
    child.stdout.once('data', () => resolve());
    child.once('exit', (code) => reject(new Error(`the provider ended with ${code}`)));
  });
  const issuer = `http://localhost:${port}`;
  return {
    issuer,
    settings: {
      OIDC_ISSUER: issuer,
      OIDC_CLIENT_ID: 'plenary',
      OIDC_CLIENT_SECRET: 'a secret between the two',
      OIDC_NAME: 'Coalition login',
    },
    stop: () => void child.kill(),
  };
}

/** Where a browser stands after it followed all redirects and filled the provider's two forms. */
export class WanderingBrowser {
  private readonly jars = new Map<string, Map<string, string>>();

  /** Follows redirects up to `limit`; answers the address and the page. */
  async go(
    address: string,
    init: { method?: string; body?: URLSearchParams } = {},
    limit = 12,
  ): Promise<{ address: string; text: string; status: number }> {
    const url = new URL(address);
    // Cookies know no ports; each of the two servers names its own.
    const jar = this.jars.get(url.hostname) ?? new Map<string, string>();
    this.jars.set(url.hostname, jar);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(url, { ...init, redirect: 'manual', headers: { cookie } });
    for (const each of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(each)!;
      if (value === '') jar.delete(name!);
      else jar.set(name!, value!);
    }
    const next = answer.headers.get('location');
    if (next && limit > 0) return this.go(new URL(next, url).href, {}, limit - 1);
    return { address, text: await answer.text(), status: answer.status };
  }

  cookie(host: string, name: string): string | undefined {
    return this.jars.get(host)?.get(name);
  }

  /** From the installation's door to the provider, through its forms, and back. */
  async signInAs(login: string, begin: string): Promise<{ address: string; status: number }> {
    let page = await this.go(begin);
    for (let forms = 0; forms < 3 && page.text.includes('<form'); forms++) {
      const action = /action="([^"]+)"/.exec(page.text)![1]!;
      const prompt = /name="prompt" value="([^"]+)"/.exec(page.text)![1]!;
      const body = new URLSearchParams({ prompt, login, password: 'any' });
      page = await this.go(new URL(action, page.address).href, { method: 'POST', body });
    }
    return page;
  }
}
