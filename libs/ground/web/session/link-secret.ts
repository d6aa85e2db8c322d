import { useState } from 'react';

/**
 * The secret of a link out of an e-mail: what stands behind the `#`. It leaves the address at once, so that it is in no
 * history, no screenshot of the address bar and no referrer. Empty when there is none.
 */
export function useLinkSecret(): string {
  const [secret] = useState(() => {
    const found = location.hash.slice(1);
    if (found) history.replaceState(history.state, '', location.pathname);
    return found;
  });
  return secret;
}
