const { TestEnvironment } = require('jest-environment-node');

/**
 * One world for all spec files of a worker, as they share their modules (`shared-runtime.cjs`): each would otherwise
 * load some 3,400 modules again, which took longer than most of what it proves.
 */
module.exports = class SharedEnvironment extends TestEnvironment {
  constructor(config, context) {
    if (SharedEnvironment.one) return SharedEnvironment.one;
    super(config, context);
    SharedEnvironment.one = this;
  }

  /** The next file goes on in it; it ends with the worker. */
  async teardown() {
    // Jest's own listeners of one file, which would hear the next ones, too.
    delete this.global[Symbol.for('EVENT_HANDLERS')];
    this.fakeTimers.useRealTimers();
    this.fakeTimersModern.useRealTimers();
  }
};
