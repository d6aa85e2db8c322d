/** Of which moment of the statement a file is taken to be. */
export const againstKinds = ['file', 'now'] as const;
/** What the file says; the text as it is now; or the number of a row of the journal, such as a named version's. */
export type Against = (typeof againstKinds)[number] | number;

export const whoseKinds = ['mine', 'other', 'none'] as const;
/** What becomes of a name in a file: whoever brings it stands for it; it is entered for somebody else; it is left out. */
export type Whose = (typeof whoseKinds)[number];

export interface NameChoice {
  /** As the file has it; empty for what Word did not track. */
  readonly name: string;
  readonly whose: Whose;
  /** COM-8: for whom, by name; the file's where it is absent. */
  readonly said?: string;
  /** Absent: for nobody of the coalition. */
  readonly organisationId?: string;
}

export interface ReturnChoices {
  readonly fileName: string;
  readonly against: Against;
  readonly names: readonly NameChoice[];
  /** Words at places where words were erased, too; they are left out where it is absent. */
  readonly withErased?: boolean;
}

/** A statement that begins with a Word file, and with what stands in it beside the text (EXC-24). */
export interface BeginningChoices {
  readonly fileName: string;
  readonly names: readonly NameChoice[];
}

/** Words of a file that have no place in the text any more. */
export interface UnplacedView {
  readonly by: string;
  readonly inserted: string;
  readonly deleted: string;
}

/** What becomes of a file, or became of it. */
export interface ReturnOutcome {
  readonly statementId: string;
  /** What was kept of it; null where nothing was. */
  readonly fileId: string | null;
  /** The row of the journal with which it was compared, and whether that is the one that the file names. */
  readonly moment: number;
  readonly isNamed: boolean;
  readonly names: readonly {
    readonly name: string;
    readonly suggestions: number;
    readonly comments: number;
  }[];
  readonly suggestions: number;
  /** With replies. */
  readonly comments: number;
  /** Brought before, by whomever: not brought again. */
  readonly known: number;
  readonly leftOut: number;
  /** STM-29: changes that put words where words were erased since that moment, and when; null for none. */
  readonly atGaps: { readonly count: number; readonly at: string; readonly isLeftOut: boolean } | null;
  /** Paragraphs that stand elsewhere in the file; that is not carried. */
  readonly moved: number;
  /** Paragraphs that the file sets otherwise, and that are gone from the text. */
  readonly unset: number;
  /** The title in a file of this statement, where it is another; that is not carried. */
  readonly title: string | null;
  readonly unplacedCount: number;
  /** The first of them. */
  readonly unplaced: readonly UnplacedView[];
}

/** A file that came back to a statement. */
export interface ReturnedFileView {
  readonly id: string;
  readonly fileName: string;
  readonly by: { readonly personId: string | null; readonly name: string };
  readonly suggestions: number;
  readonly comments: number;
  readonly at: string;
  readonly takenBackAt: string | null;
  readonly may: { readonly takeBack: boolean };
}

export const outcomeLimits = {
  /** Of what found no place, shown with its words. */
  unplaced: 200,
  words: 300,
  /** Files of one statement that are listed. */
  files: 50,
} as const;
