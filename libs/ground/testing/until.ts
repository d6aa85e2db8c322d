import { within } from './within.js';

/** Waits until something holds, and fails with what was waited for when it does not come. */
export async function until(
  holds: () => Promise<boolean> | boolean,
  what = 'what was waited for',
): Promise<void> {
  if (!(await within(20_000, holds))) throw new Error(`${what} did not come`);
}
