const { TestEnvironment } = require('jest-environment-node');

let shared;

/**
 * One world for all spec files of a worker, as they share their modules (`shared-runtime.cjs`): each would otherwise
 * load some 3,400 modules again, which took longer than most of what it proves.
 */
module.exports = class SharedEnvironment extends TestEnvironment {
  constructor(config, context) {
    if (shared) return shared;
    super(config, context);
    shared = this;
  }

  /** The next file goes on in it; it ends with the worker. */
  async teardown() {
    this.fakeTimers.useRealTimers();
    this.fakeTimersModern.useRealTimers();
  }
};
