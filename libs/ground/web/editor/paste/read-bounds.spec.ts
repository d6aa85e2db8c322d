import { readHtml, readPlain } from './index.js';
import { rules } from './test/notation.js';
import { walk } from './walk.js';

/** Milliseconds of this process' own work, whatever else the machine does. */
const took = (work: () => void): number => {
  const start = process.cpuUsage();
  work();
  return process.cpuUsage(start).user / 1_000;
};
const times = (count: number, make: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => make(i)).join('');

/**
 * Twice the size must not cost four times as much. Parsing is not ours and is by far the most of it here, so that
 * what is asked leaves room for a busy machine and none for a square.
 */
function expectLinear(make: (size: number) => string, size: number, read: (text: string) => void): void {
  read(make(size / 8));
  const small = took(() => read(make(size)));
  const large = took(() => read(make(size * 4)));
  expect(large).toBeLessThan(Math.max(small, 30) * 10);
}

const html = (text: string): void => void readHtml(text, rules);
const plain = (text: string): void => void readPlain(text, rules);
const sentence = 'Nobody is sent back to a country where life or freedom would be threatened. ';

describe('bounds of reading', () => {
  it('CLIP-17 20,000 elements of 2 MB are read, in time that grows with the size only', () => {
    const text = times(
      10_000,
      (i) => `<p class=MsoNormal style='margin:0cm;mso-list:l0 level1 lfo1'><span lang=EN-GB>${i} ${sentence.repeat(2)}</span></p>`,
    ); // prettier-ignore
    expect(text.length).toBeGreaterThan(2_000_000);
    expect(readHtml(text, rules).paragraphs).toHaveLength(10_000);
    expectLinear((size) => times(size, (i) => `<p style='color:red'>${i} <b>x</b></p>`), 2_000, html);
  });

  // The parser of the tests takes the square of the depth for itself, a browser's stops at 512: hence no more here.
  it.each<[string, (size: number) => string]>([
    ['blocks', (size) => '<div>'.repeat(size) + 'deep'],
    ['formats', (size) => '<b><i>'.repeat(size / 2) + 'deep'],
    ['lists', (size) => '<ul><li>x'.repeat(size / 2)],
    ['raised figures', (size) => '<span style="vertical-align:super">'.repeat(size) + '2'],
  ])('CLIP-17 %s in each other, 1,000 deep, are read', (_, make) => {
    expect(readHtml(make(1_000), rules).paragraphs.length).toBeGreaterThan(0);
  });

  it('CLIP-17 the way through a document is a loop: 200,000 elements in each other', () => {
    const root = { nodeType: 1, firstChild: null, nextSibling: null, parentNode: null } as unknown as Node;
    let node = root;
    for (let i = 0; i < 200_000; i++) {
      const child = { nodeType: 1, firstChild: null, nextSibling: null, parentNode: node } as unknown as Node;
      Object.assign(node, { firstChild: child });
      node = child;
    }
    const [enter, leave] = [jest.fn(() => 0), jest.fn()];
    walk(root, 0, { enter, leave, text: () => {} });
    expect([enter.mock.calls.length, leave.mock.calls.length]).toEqual([200_000, 200_000]);
  });

  it.each<[string, (size: number) => string]>([
    ['notes', (size) => times(size, (i) => `<p>a<a href="#fn${i}" id="r${i}">${i}</a></p>`) + times(size, (i) => `<p id="fn${i}"><a href="#r${i}">${i}</a> n</p>`)],
    ['one note, many references', (size) => times(size, (i) => `<a href="#fn1" id="r${i}">1</a> `) + '<p id="fn1">note</p>'],
    ['cells', (size) => `<table><tr>${'<td>a</td>'.repeat(size)}</tr></table>`],
    ['breaks', (size) => 'a<br>'.repeat(size)],
    ['open braces', (size) => `<style>${'a{'.repeat(size)}</style>a`],
    ['spaces', (size) => `<pre>a${' '.repeat(size * 20)}b</pre>`],
    ['runs in a heading', (size) => `<h1>${'<b>a</b>b'.repeat(size)}</h1>`],
  ])('CLIP-17 the time for %s grows with the size only', (_, make) => expectLinear(make, 1_000, html)); // prettier-ignore

  it.each<[string, (size: number) => string]>([
    ['lines', (size) => `${sentence.trim()}\n`.repeat(size)],
    ['spaces', (size) => `a${' '.repeat(size * 20)}b\n`],
    ['one word', (size) => 'a'.repeat(size * 20)],
    ['cut words', (size) => `${'word '.repeat(12)}cut-\n`.repeat(size)],
    ['items', (size) => times(size, (i) => `${' '.repeat(i % 40)}- x\n`)],
    ['numbers', (size) => times(size, (i) => `${i % 900}. x\n`)],
    ['empty lines', (size) => 'a' + '\n'.repeat(size * 20) + 'b'],
    ['quotes', (size) => `${'>'.repeat(200)} x\n`.repeat(size / 10)],
  ])('CLIP-17 the time for plain text of %s grows with the size only', (_, make) => expectLinear(make, 4_000, plain)); // prettier-ignore

  it('CLIP-18 nothing in it is run or fetched, and only safe links stay', () => {
    const run = jest.fn();
    Object.assign(window, { run });
    const text = `<img src=x onerror="run()"><svg onload="run()"></svg><script>run()</script><iframe srcdoc="<script>parent.run()</script>"></iframe><p onclick="run()">words <a href="javascript:run()">one</a> <a href="data:text/html,x">two</a></p><style>@import url(https://example.org/x.css)</style>`;
    expect(readHtml(text, rules).paragraphs).toEqual([
      { attributes: {}, content: [{ text: 'words one two' }] },
    ]);
    expect(run).not.toHaveBeenCalled();
    expect(document.body.childNodes).toHaveLength(0);
  });
});
