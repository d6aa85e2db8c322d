const Runtime = require('jest-runtime').default;
const SharedEnvironment = require('./shared-environment.cjs');

/** Modules of earlier spec files of this worker by their paths, and where their maps are. */
const kept = new Map();
const sourceMaps = new Map();

const isOfOneFile = (path) => /\.(spec|journey|drill)\.tsx?$/.test(path);

/** A spec file is its own; what it imports is there for the next file too, as it is for all requests to a server. */
class SharedModules extends Map {
  get(path) {
    return isOfOneFile(path) ? super.get(path) : kept.get(path);
  }
  has(path) {
    return isOfOneFile(path) ? super.has(path) : kept.has(path);
  }
  set(path, module) {
    return isOfOneFile(path) ? super.set(path, module) : (kept.set(path, module), this);
  }
  delete(path) {
    return isOfOneFile(path) ? super.delete(path) : kept.delete(path);
  }
}

/**
 * Lets the spec files of a worker share what they import, where they share their world too. A file that leaves something
 * behind, such as an event that it defines, says `@jest-environment node` at its head and has all to itself.
 */
module.exports = class SharedRuntime extends Runtime {
  constructor(config, environment, ...more) {
    super(config, environment, ...more);
    this.shares = environment instanceof SharedEnvironment;
    if (!this.shares) return;
    this.registries.moduleRegistry = new SharedModules();
    this.transformCache.sourceMaps = sourceMaps;
  }

  /** Modules that stay may import another one later, by the runtime that loaded them: it is not ended. */
  teardown() {
    if (!this.shares) return super.teardown();
    this.restoreAllMocks();
    this.registries.moduleRegistry.clear();
    this.fileCache.clear();
    this.transformCache.clear();
  }
};
