/** Longest that something which may wait does wait for idle time. Milliseconds. */
const patience = 1_000;

/** Does something after a pause, as soon as the page has nothing better to do; answers how to call it off. */
export function whenIdle(act: () => void, pause: number): () => void {
  let idle: number | null = null;
  const timer = setTimeout(() => {
    // Safari knows no idle time.
    if (typeof requestIdleCallback !== 'function') return act();
    idle = requestIdleCallback(act, { timeout: patience });
  }, pause);
  return () => {
    clearTimeout(timer);
    if (idle !== null) cancelIdleCallback(idle);
  };
}
