import { wasAsked } from './child.mjs';

/** A step that failed; its message is for the person at the terminal. */
export class StepError extends Error {}

const seconds = (began) => `${((Date.now() - began) / 1000).toFixed(1)} s`;

/** Runs one step and says in one line what was done and how long it took. */
export async function step(name, work) {
  const began = Date.now();
  const outcome = await work();
  if (wasAsked()) process.exit(130);
  console.log(`${name}: ${outcome} (${seconds(began)})`);
}
