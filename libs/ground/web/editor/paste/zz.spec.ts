import { readdirSync, readFileSync } from 'node:fs';
import { readHtml, readPlain } from './index';
import { notation, rules } from './test/notation';
it('prints', () => {
  const dir = process.env['DIR']!;
  let out = '';
  for (const f of readdirSync(dir).sort()) {
    const bytes = readFileSync(dir + '/' + f, 'utf8');
    const r = (f.endsWith('.txt') ? readPlain : readHtml)(bytes, rules);
    out += `== ${f} ${r.leftOut} ${r.openStart} ${r.openEnd}\n` + r.paragraphs.map((p) => '    ' + notation(p)).join('\n') + '\n';
  }
  require('node:fs').writeFileSync('/tmp/out.txt', out);
});
