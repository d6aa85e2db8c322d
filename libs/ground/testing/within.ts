import { availableParallelism, loadavg } from 'node:os';

/** Milliseconds between two looks. */
const lookEvery = 20;

/**
 * Waits until `holds`, and says whether it came to hold within so many milliseconds on a machine that has nothing else
 * to do. Where others want the processors, too, it is waited for longer: a figure is no matter of one's neighbours.
 * Drills, which have a machine for themselves, take it as it is.
 */
export async function within(
  milliseconds: number,
  holds: () => boolean | Promise<boolean>,
): Promise<boolean> {
  const begun = performance.now();
  while (!(await holds())) {
    if (performance.now() - begun > milliseconds * slowness()) return false;
    await new Promise((resolve) => setTimeout(resolve, lookEvery));
  }
  return true;
}

/** How many want to be at work for each two processors; the mean of the last minute, hence with room for a beginning. */
function slowness(): number {
  if (process.env['EXACT_FIGURES'] === 'true') return 1;
  return Math.max(1, (2 * loadavg()[0]!) / availableParallelism());
}
