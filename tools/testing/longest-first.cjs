const { relative, sep } = require('node:path');
const Sequencer = require('@jest/test-sequencer').default;

/**
 * About how many seconds the long ones take, where Jest has not run them before, as in a clean clone. Their size says
 * little: most of their time servers start, or somebody waits.
 */
const known = {
  'apps/api/test/backup': 147,
  'apps/api/test/every-capacity.http': 98,
  'apps/api/test/several-processes': 81,
  'apps/api/test/kill-nine': 54,
  'apps/api/test/jobs-outlive': 48,
  'apps/api/test/database-faults': 36,
  'libs/ground/server/postgres/launcher': 35,
  'tools/new-room/new-room': 31,
  'libs/ground/server/test/jobs': 25,
  'libs/ground/server/test/outbox': 24,
  'apps/api/test/let-in': 24,
  'libs/ground/server/test/front-door.http': 21,
  'apps/api/test/every-route.http': 20,
  'libs/ground/text/test/random': 19,
  'libs/comments/server/test/suggestions.http': 19,
  'libs/statements/server/test/statement-rights.http': 18,
  'apps/api/test/provider.live': 17,
  'libs/identity/server/test/sign-in.http': 17,
  'libs/exchange/server/test/returned-files.http': 15,
  'libs/arrivals/web/applications/ApplyPage': 15,
  'libs/arrivals/server/test/import.http': 15,
  'libs/ground/web/editor/paste/read-bounds': 15,
  'libs/ground/server/collab/test/collab.live': 15,
  'apps/api/test/every-event.live': 13,
  'apps/e2e/journeys/offline': 81,
  'apps/e2e/journeys/first-visit': 72,
  'apps/e2e/journeys/suggesting': 56,
  'apps/e2e/journeys/managing': 44,
  'apps/e2e/journeys/founding': 43,
  'apps/e2e/journeys/clipboard': 42,
  'apps/e2e/journeys/comments': 34,
  'apps/e2e/journeys/rights': 33,
  'apps/e2e/journeys/waiting': 30,
  'apps/e2e/journeys/news': 29,
  'apps/e2e/journeys/composing': 28,
  'apps/e2e/journeys/sign-in-ways': 27,
  'apps/e2e/journeys/returned-file': 25,
  'apps/e2e/journeys/history': 24,
  'apps/e2e/journeys/files': 20,
  'apps/e2e/journeys/lost-right': 20,
  'apps/e2e/journeys/write-together': 19,
  'apps/e2e/journeys/keeps-every-word': 15,
  'apps/e2e/journeys/operation': 15,
  'apps/e2e/journeys/phone-in-arabic': 6,
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
