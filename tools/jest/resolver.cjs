const { join, sep } = require('node:path');

const dependency = `${sep}node_modules${sep}`;
const style = join(__dirname, 'style.cjs');

/** What a module means by a name: doors by their aliases, and files of our own by what they are compiled to. */
function meant(name, { basedir, rootDir }) {
  if (/\.(css|woff2?|svg|png)$/.test(name)) return style;
  if (name.startsWith('@plenary/')) return join(rootDir, 'libs', name.slice('@plenary/'.length), 'index.ts');
  const ofOurs = name.startsWith('.') && !basedir.includes(dependency);
  return ofOurs ? name.replace(/\.js$/, '') : name;
}

/**
 * Finds modules. Jest remembers for a worker what a resolver has answered; what `moduleNameMapper` says, it would look
 * for three times for each import of each spec file.
 */
module.exports = (name, options) => options.defaultResolver(meant(name, options), options);
