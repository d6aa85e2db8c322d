import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { runChild } from '../build/child.mjs';
import { house } from '../build/house.mjs';
import { findChromium, howToGetChromium } from './chromium.mjs';

const folder = 'apps/e2e/journeys';

/** Whether there are journeys, and these words mean any of them; Jest reads words as patterns of the path. */
export function hasJourneys(words) {
  const paths = readdirSync(join(house, folder))
    .filter((name) => name.endsWith('.journey.ts'))
    .map((name) => join(house, folder, name));
  return paths.some((path) => words.length === 0 || words.some((word) => new RegExp(word, 'i').test(path)));
}

/** Runs the journeys in a browser against the built server. On CI a missing browser is a failure. */
export async function runJourneys(words) {
  const chromium = findChromium();
  const env = { CHROMIUM_PATH: chromium ?? '' };
  const { code, output } = await runChild(process.execPath, ['apps/e2e/run.mjs', ...words], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const sum = readSum(output, code);
  if (chromium) return sum;
  console.log(howToGetChromium);
  return process.env.CI === 'true' ? { ...sum, failed: sum.failed + 1 } : sum;
}

function readSum(output, code) {
  try {
    const { passed, failed, skipped } = JSON.parse(output.trim().split('\n').at(-1));
    return { passed, failed: code !== 0 ? Math.max(1, failed) : failed, skipped };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}
