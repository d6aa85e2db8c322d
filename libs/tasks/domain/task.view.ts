import type { Due } from './due.js';
import type { AboutKind, TaskState } from './vocabulary.js';

export interface TaskPersonView {
  /** Null where the person has left Plenary. */
  readonly personId: string | null;
  readonly name: string;
  readonly colour: string;
}

export interface TaskOrganisationView {
  readonly id: string;
  readonly name: string;
}

/** What a task comes from; of what its reader may not read, the task tells nothing. */
export interface AboutView {
  readonly kind: AboutKind;
  /** Of the statement, thread or suggestion. */
  readonly id: string;
  /** Its statement, and how it is called. */
  readonly statementId: string;
  readonly statementTitle: string;
  /** The paragraph in whose margin the task stands; null for the statement as a whole. */
  readonly paragraphId: string | null;
  /** Words that stood there when the task was made. */
  readonly quote: string;
}

/** A task on a board or in a list. */
export interface TaskView {
  readonly id: string;
  /** Whose board it stands on: a group's, or, without one, the coalition's. */
  readonly groupId: string | null;
  /** The group's name; null for the coalition's. */
  readonly groupName: string | null;
  readonly title: string;
  readonly state: TaskState;
  /** Cards of a column stand in the order of their ranks, compared byte by byte, then of their ids. */
  readonly rank: string;
  readonly due: Due | null;
  readonly people: readonly TaskPersonView[];
  /** Null for none, or where the reader may not find it. */
  readonly organisation: TaskOrganisationView | null;
  readonly stepsDone: number;
  readonly steps: number;
  readonly about: AboutView | null;
  readonly isMine: boolean;
  readonly doneAt: string | null;
  readonly changedAt: string;
  readonly may: {
    readonly work: boolean;
    readonly change: boolean;
    readonly assign: boolean;
    readonly take: boolean;
    readonly giveBack: boolean;
    readonly delete: boolean;
  };
}

export interface StepView {
  readonly id: string;
  readonly text: string;
  readonly isDone: boolean;
}

export interface TaskDetailView extends TaskView {
  /** With mentions as `@[<kind>:<id>]`. */
  readonly notes: string;
  readonly checklist: readonly StepView[];
  readonly madeBy: TaskPersonView;
  readonly createdAt: string;
}

/** Cards of one board, in order. */
export interface BoardView {
  readonly cards: readonly TaskView[];
  /** Done ones that are not among them. */
  readonly doneBefore: number;
  readonly may: { readonly add: boolean; readonly lead: boolean };
}
