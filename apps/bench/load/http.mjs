/** Requests to Plenary, as a page sends them. */

/** Throws when it was refused. */
export async function ask(url, cookie, method, path, body) {
  const answer = await fetch(url + path, {
    method,
    headers: { origin: url, 'content-type': 'application/json', ...(cookie ? { cookie } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return answer;
}

/** The people of the sample coalition who can be let in, with their roles. */
export async function demoPeople(url) {
  return (await (await ask(url, null, 'GET', '/api/demo')).json()).items;
}

/** Answers a cookie. */
export async function signIn(url, { email, password }) {
  const session = await ask(url, null, 'POST', '/api/session', { email, password });
  return session.headers.getSetCookie()[0].split(';')[0];
}

export async function signInAsCoordinator(url) {
  return signIn(
    url,
    (await demoPeople(url)).find(({ roleKey }) => roleKey === 'coordinator'),
  );
}
