/** Kinds of files that a statement goes out as. */
export const exportFormats = ['docx', 'md', 'html', 'txt'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** Who may be named in a file as its maker. */
export const makers = ['coalition'] as const;
export type Maker = (typeof makers)[number];

/** EXC-33: who is named in a file as having suggested or said something. */
export const exportNames = ['none', 'organisations', 'people'] as const;
export type ExportNames = (typeof exportNames)[number];

/** How many suggestions stand in a file as comments, since they could not be tracked changes. */
export const asCommentsHeader = 'Suggestions-As-Comments';

/** Media type of each. */
export const exportTypes: Readonly<Record<ExportFormat, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  md: 'text/markdown',
  html: 'text/html',
  txt: 'text/plain',
};

export const exportLimits = {
  /** Of a text that goes out as one file: a book of a thousand pages. */
  characters: 2_000_000,
  /** Files that may wait for their turn in a process. */
  waiting: 50,
} as const;
