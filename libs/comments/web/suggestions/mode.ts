import type { components } from '@plenary/ground/web';
import type { StatementView } from '@plenary/statements/domain';
import type * as Y from 'yjs';
import type { Opened, Suggesting } from './drafts/suggesting';
import { chosenView, keepView, type View } from './views';

type Suggestion = components['schemas']['SuggestionDto'];

/** What is shown of suggestions upon one text, and whether one is being written. All else is loaded when it is needed. */
export class Mode {
  view: View;
  /** The one that is written here, or looked at while another page writes it. */
  opened: Opened | null = null;
  /** The suggestion that was chosen last in the list. */
  chosen: string | null = null;
  /** Grows when somebody asked to see what is chosen. */
  asked = 0;
  isOpening = false;
  /** Raised with every change. */
  version = 0;
  private suggesting: Promise<Suggesting> | null = null;
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly text: Y.Doc,
    private readonly personId: string,
    private readonly statement: StatementView,
  ) {
    this.view = chosenView(personId);
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  read(view: View): void {
    this.change({ view });
    keepView(this.personId, view);
    const leave = this.onLeave;
    this.onLeave = null;
    leave?.();
  }

  /** Ends what the present view keeps, once another is chosen. */
  onLeave: (() => void) | null = null;

  choose(chosen: string | null): void {
    this.change({ chosen });
  }

  /** Chosen from elsewhere, to be seen. */
  ask(chosen: string): void {
    this.change({ chosen, asked: this.asked + 1 });
  }

  /** Rejected where there is none to begin with, and no server to ask for one. */
  async write(own?: Suggestion): Promise<void> {
    this.change({ isOpening: true });
    try {
      await (await this.load()).begin(own);
    } finally {
      this.change({ isOpening: false });
    }
  }

  async end(): Promise<void> {
    await (await this.suggesting)?.end();
  }

  /** Sees to it that one can begin without a network later on, and sends what was left unsent on this device. */
  async makeReady(): Promise<void> {
    const { sendAllUnsent } = await import('./drafts/unsent-work');
    await sendAllUnsent(this.personId);
    await (await this.load()).makeReady();
  }

  /** Takes back what is being written. */
  async discard(): Promise<void> {
    await (await this.load()).discard();
  }

  /** What is begun and kept; loaded when somebody asks. */
  load(): Promise<Suggesting> {
    return (this.suggesting ??= this.make());
  }

  /** The page of the text is there; the answer says that it is not any more. */
  retain = (): (() => void) => {
    this.holders++;
    return () => {
      this.holders--;
      // One editor takes the place of another meanwhile.
      setTimeout(() => {
        if (this.holders === 0) void this.end();
      }, 1_000);
    };
  };

  private holders = 0;

  private async make(): Promise<Suggesting> {
    try {
      const { Suggesting: Loaded } = await import('./drafts/suggesting');
      const made = new Loaded(this.text, this.personId, this.statement);
      made.subscribe(() => this.change({ opened: made.opened }));
      return made;
    } catch (reason) {
      this.suggesting = null;
      throw reason;
    }
  }

  private change(change: Partial<Pick<Mode, 'view' | 'opened' | 'chosen' | 'asked' | 'isOpening'>>): void {
    Object.assign(this, change);
    this.version++;
    this.listeners.forEach((listener) => listener());
  }
}
