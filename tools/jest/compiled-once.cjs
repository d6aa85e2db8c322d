const { sep } = require('node:path');
const { Script } = require('node:vm');
const Runtime = require('jest-runtime').default;

/** What this worker has compiled, by path: the code, and the script that it became. */
const compiled = new Map();
/** Code of dependencies, with where its map is, by path: it stays as it is for as long as a worker lives. */
const transformed = new Map();

const isOfDependency = (path) => path.includes(`${sep}node_modules${sep}`);

/** A module is a function of these; on the first line, so that lines in traces are those of the file. */
const wrapped = (code, parameters) => `(function(${parameters.join(',')}){${code}\n})`;

function scriptOf(path, code, parameters) {
  const known = compiled.get(path);
  if (known?.code === code) return known.script;
  const script = new Script(wrapped(code, parameters), {
    filename: path,
    columnOffset: -wrapped('', parameters).indexOf('{') - 1,
  });
  compiled.set(path, { code, script });
  return script;
}

/** As Jest's own transforms, but a dependency is read once for a worker. */
const transformsOf = (own) => ({
  transform(path, options) {
    if (!isOfDependency(path)) return own.transform(path, options);
    if (!transformed.has(path)) {
      const code = own.transform(path, options);
      transformed.set(path, { code, map: own.getSourceMaps().get(path) });
    }
    const { code, map } = transformed.get(path);
    if (map) own.getSourceMaps().set(path, map);
    return code;
  },
});

/**
 * Compiles each module once for a worker and runs it for each spec file. Files share no values, as with Jest's own
 * runtime, which reads and compiles thousands of modules again for each.
 */
module.exports = class CompiledOnce extends Runtime {
  constructor(...given) {
    super(...given);
    const { executor } = this;
    executor.transformCache = transformsOf(executor.transformCache);
    const compile = executor.compile.bind(executor);
    executor.compile = (code, path) => {
      const context = executor.environment.getVmContext();
      if (context === null) return null;
      try {
        return scriptOf(path, code, executor.injectedModuleParameters).runInContext(context);
      } catch {
        // Jest's own way, for what it says of code that cannot be compiled.
        return compile(code, path);
      }
    };
  }
};
module.exports.default = module.exports;
