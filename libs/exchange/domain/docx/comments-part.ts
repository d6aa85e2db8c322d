import { directionOfWords } from '@plenary/ground/kernel';
import type { Marks, Remark, Voice } from '../marked/marked.js';
import { scriptRuns } from './script-runs.js';
import { names, wordsInRun, xmlHead, xmlText } from './xml.js';

const word14 = 'http://schemas.microsoft.com/office/word/2010/wordml';
const word15 = 'http://schemas.microsoft.com/office/word/2012/wordml';
const compatibility = 'http://schemas.openxmlformats.org/markup-compatibility/2006';

const part = (root: string, body: string): string =>
  `${xmlHead}<${root} xmlns:w="${names.word}" xmlns:mc="${compatibility}" xmlns:w14="${word14}" xmlns:w15="${word15}" mc:Ignorable="w14 w15">${body}</${root}>`;

/** Who says something, on an element of Word's that asks for it. */
export const saidBy = ({ author, at }: Voice): string =>
  `w:author="${xmlText(author)}"${at === null ? '' : ` w:date="${at.replace(/\.\d+Z$/, 'Z')}"`}`;

/** EXC-31: comments of a Word file: what is said beside the text, answers, and what is done with. */
export class Comments {
  /** Of each remark, the numbers of its comments. */
  readonly ids: readonly (readonly number[])[];
  private readonly remarks: readonly Remark[];

  constructor(
    { remarks }: Pick<Marks, 'remarks'>,
    private readonly language: string,
  ) {
    let next = 0;
    this.remarks = remarks;
    this.ids = remarks.map(({ said }) => said.map(() => next++));
  }

  part(): string {
    const all = this.remarks.flatMap(({ said }, at) =>
      said.map(({ by, lines }, place) => {
        const id = this.ids[at]![place]!;
        return `<w:comment w:id="${id}" ${saidBy(by)} w:initials="${xmlText(initialsOf(by.author))}">${this.lines(lines, id)}</w:comment>`;
      }),
    );
    return part('w:comments', all.join(''));
  }

  /** Which comment answers which, and what is done with. */
  extendedPart(): string {
    const all = this.remarks.flatMap(({ isDone }, at) => {
      const [first, ...answers] = this.ids[at]!;
      const done = `w15:done="${isDone ? 1 : 0}"`;
      return [
        `<w15:commentEx w15:paraId="${paragraphId(first!)}" ${done}/>`,
        ...answers.map(
          (id) =>
            `<w15:commentEx w15:paraId="${paragraphId(id)}" w15:paraIdParent="${paragraphId(first!)}" ${done}/>`,
        ),
      ];
    });
    return part('w15:commentsEx', all.join(''));
  }

  /** The last paragraph of a comment stands for it. */
  private lines(lines: readonly string[], id: number): string {
    return lines
      .map((line, at) => {
        const runs = directionOfWords(line, this.language);
        const mark = at === lines.length - 1 ? ` w14:paraId="${paragraphId(id)}"` : '';
        const lead =
          at === 0 ? '<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:annotationRef/></w:r>' : '';
        const words = scriptRuns(line, runs)
          .map(({ text, rtl }) => `<w:r>${rtl ? '<w:rPr><w:rtl/></w:rPr>' : ''}${wordsInRun(text)}</w:r>`)
          .join('');
        const bidi = runs === 'rtl' ? '<w:bidi/>' : '';
        return `<w:p${mark}><w:pPr><w:pStyle w:val="CommentText"/>${bidi}</w:pPr>${lead}${words}</w:p>`;
      })
      .join('');
  }
}

/** Eight figures of base 16, below 0x80000000 as Word wants them, and none of them nought. */
const paragraphId = (id: number): string => (0x10000000 + id).toString(16).toUpperCase();

const initialsOf = (author: string): string =>
  author
    .split(/[\s(),.·-]+/)
    .map((name) => [...name][0] ?? '')
    .join('')
    .slice(0, 3);
