const { relative, sep } = require('node:path');
const Sequencer = require('@jest/test-sequencer').default;

/**
 * About how many seconds the long ones take, where Jest has not run them before, as in a clean clone. Their size says
 * little: most of their time servers start, or somebody waits.
 */
const known = {
  'apps/api/test/backup': 90,
  'tools/new-room/new-room': 60,
  'libs/ground/server/postgres/launcher': 50,
  'apps/api/test/several-processes': 45,
  'apps/api/test/jobs-outlive': 40,
  'apps/api/test/kill-nine': 35,
  'apps/api/test/database-faults': 35,
  'libs/ground/server/test/jobs': 32,
  'apps/api/test/every-route.http': 27,
  'apps/api/test/every-capacity.http': 26,
  'libs/ground/server/test/outbox': 24,
  'apps/api/test/provider.live': 24,
  'libs/ground/server/test/front-door.http': 22,
  'apps/api/test/let-in': 18,
  'libs/ground/text/test/random': 16,
  'libs/identity/server/test/sign-in.http': 16,
  'libs/ground/web/editor/paste/read-bounds': 15,
  'libs/ground/server/collab/test/collab.live': 14,
  'libs/ground/collab/engine/test/refusals': 13,
  'libs/organisations/server/test/import.http': 13,
  'libs/operation/server/test/operation.http': 11,
  'libs/statements/server/test/statement-rights.http': 11,
  'libs/ground/collab/engine/test/paragraph-ids': 10,
  'libs/ground/collab/engine/test/five-writers': 10,
  'apps/e2e/journeys/clipboard': 100,
  'apps/e2e/journeys/first-visit': 90,
  'apps/e2e/journeys/offline': 90,
  'apps/e2e/journeys/composing': 80,
  'apps/e2e/journeys/sign-in-ways': 60,
  'apps/e2e/journeys/founding': 55,
  'apps/e2e/journeys/managing': 45,
  'apps/e2e/journeys/operation': 45,
  'apps/e2e/journeys/keeps-every-word': 40,
};

/** Bytes of a file for each millisecond, roughly: a file of 5 kB takes about 2 s. */
const bytesEach = 2.5;

/** Long files first, so that no worker is left alone with one at the end. */
module.exports = class LongestFirst extends Sequencer {
  /** What Jest remembers of an earlier run, or what is known, in milliseconds. */
  time(test) {
    const { config, hasteFS } = test.context;
    const path = relative(config.rootDir, test.path).split(sep).join('/');
    const seconds = known[path.replace(/\.(spec|journey)\.tsx?$/, '')];
    return super.time(test) ?? (seconds ? seconds * 1_000 : (hasteFS.getSize(test.path) ?? 0) / bytesEach);
  }
};
