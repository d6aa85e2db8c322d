/**
 * A real provider of OpenID Connect on this machine, for specs and journeys: `node outside-provider.mjs <port>
 * <return address>`. Whoever signs in writes their address; it is confirmed unless it begins with `unconfirmed`.
 */
import Provider from 'oidc-provider';

const [port, returnAddress] = process.argv.slice(2);
const accountOf = (id) => ({
  accountId: id,
  claims: () => ({
    sub: id,
    email: id,
    email_verified: !id.startsWith('unconfirmed'),
    name: id.split('@')[0],
  }),
});

const provider = new Provider(`http://localhost:${port}`, {
  clients: [
    {
      client_id: 'plenary',
      client_secret: 'a secret between the two',
      redirect_uris: [returnAddress],
      grant_types: ['authorization_code'],
      response_types: ['code'],
    },
  ],
  pkce: { required: () => true },
  claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
  findAccount: (_, id) => accountOf(id),
  cookies: { keys: ['for this run'] },
});
provider.listen(Number(port), () => process.stdout.write('listening\n'));
