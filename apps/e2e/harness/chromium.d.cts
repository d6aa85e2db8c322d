import type { LaunchOptions } from 'playwright-core';

/** For every Chromium that the journeys start. */
export const launch: LaunchOptions;
