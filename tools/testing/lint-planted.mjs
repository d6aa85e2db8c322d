/**
 * What the lint says of files that are not there, for its spec: reads `{ planted: [{ path, content }], rulesOf: [path] }`
 * as JSON, answers with the findings in each planted file and the rules that hold for the others. A file on the disk
 * would be in the way of other specs, and stay behind if one were killed.
 */
import { text } from 'node:stream/consumers';
import { ESLint } from 'eslint';
import typescript from 'typescript-eslint';

const { planted, rulesOf } = JSON.parse(await text(process.stdin));
// Files that are not there have no types.
const withoutTypes = new ESLint({ overrideConfig: [typescript.configs.disableTypeChecked] });
const findings = [];
for (const { path, content } of planted) {
  const [{ messages }] = await withoutTypes.lintText(content, { filePath: path });
  findings.push(messages.map(({ ruleId, message }) => ({ ruleId, message })));
}
const lint = new ESLint();
const rules = [];
for (const path of rulesOf) rules.push((await lint.calculateConfigForFile(path)).rules);
console.log(JSON.stringify({ findings, rules }));
