export * from './anchored.js';
export * from './binding.js';
export * from './clipboard.js';
export { breakName, nodesFrom, paragraphName } from './page-nodes.js';
export type { LeftOut, PasteRules, ReadText } from './paste/rules.js';
export { positionOf, remoteCarets, type CaretLooks } from './remote-carets.js';
export * from './text-plugin.js';
export type { OutsideAct } from './outside-acts.js';
