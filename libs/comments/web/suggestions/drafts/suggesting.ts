import type { StatementView } from '@plenary/statements/domain';
import type * as Y from 'yjs';
import type { components } from '@plenary/ground/web';
import { suggestionsApi } from '../api/suggestions-api';
import { DeviceDrafts } from './device-drafts';
import { DraftKeeper } from './draft-keeper';
import { DraftsOfStatement } from './drafts-of-statement';
import { forgetErased } from './forget-erased';
import { isReady, isUnsent, type KeptDraft } from './kept-draft';
import { hold, holdLater, type Release } from './one-page';
import { OpenDraft } from './open-draft';

/** A suggestion that is open on this page. */
export interface Opened {
  readonly id: string;
  readonly draft: OpenDraft;
  /** Null where another page of this browser writes it, and this one looks on. */
  readonly keeper: DraftKeeper | null;
}

/** Suggesting upon one text, as long as that is open: one suggestion at a time. */
export class Suggesting {
  private drafts: DeviceDrafts | null = null;
  private open: Opened | null = null;
  private ends: (() => void)[] = [];
  private readonly listeners = new Set<() => void>();

  constructor(
    readonly text: Y.Doc,
    private readonly personId: string,
    private readonly statement: Pick<StatementView, 'id' | 'title' | 'language'>,
  ) {}

  get opened(): Opened | null {
    return this.open;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  /** Opens the one that was left unfinished, a new one, or one of the person's own that was sent. */
  async begin(own?: components['schemas']['SuggestionDto']): Promise<void> {
    await this.end();
    const drafts = await this.onDevice();
    const of = new DraftsOfStatement(drafts, this.statement);
    const draft = own ? await of.of(own) : await of.next();
    const release = await hold(draft.id);
    // Another page may have written to it between.
    const now = (await drafts.get(draft.id)) ?? draft;
    if (release) this.write(drafts, newer(now, draft), release);
    else this.lookOn(drafts, now);
  }

  /** Shows the text again; what was written is kept. */
  async end(): Promise<void> {
    const { open } = this;
    if (!open) return;
    this.open = null;
    this.tell();
    const { keeper, draft } = open;
    const ends = this.ends.splice(0);
    await keeper?.close();
    draft.close();
    // What all can see is the server's.
    const isDone = keeper && keeper.draft.isOpen && !isUnsent(keeper.draft) && keeper.draft.refused === null;
    if (isDone) await this.drafts?.delete(keeper.draft.id);
    ends.forEach((end) => end());
  }

  /** Takes back what was begun, here and on the server; rejected where that cannot be reached. */
  async discard(): Promise<void> {
    const keeper = this.open?.keeper;
    if (!keeper) return;
    if (keeper.draft.refused === null) await suggestionsApi.withdraw(keeper.draft.id);
    await keeper.forget();
    await this.end();
  }

  /** Sees to it that a suggestion can be begun later, without a network too. */
  async makeReady(): Promise<void> {
    const drafts = await this.onDevice();
    await forgetErased(drafts, this.statement.id);
    await new DraftsOfStatement(drafts, this.statement).makeReady();
  }

  /** What was begun here, and is neither sent nor empty. */
  async unfinished(): Promise<readonly KeptDraft[]> {
    const here = await (await this.onDevice()).of(this.statement.id);
    return here.filter((each) => !isReady(each) && (!each.isOpen || each.refused !== null));
  }

  private async onDevice(): Promise<DeviceDrafts> {
    return (this.drafts ??= await DeviceDrafts.open(this.personId));
  }

  private write(drafts: DeviceDrafts, kept: KeptDraft, release: Release): void {
    const keeper = new DraftKeeper(drafts, kept, suggestionsApi, () => void this.openAnew(drafts, kept.id));
    const draft = new OpenDraft(this.text, kept.client, kept.update, () => keeper.take(() => draft.update));
    this.ends.push(release);
    this.show({ id: kept.id, draft, keeper });
  }

  private lookOn(drafts: DeviceDrafts, kept: KeptDraft): void {
    const draft = new OpenDraft(this.text, kept.client, kept.update, null);
    const follow = async (id: string) => {
      const update = id === kept.id ? (await drafts.get(id))?.update : null;
      if (update && this.open?.draft === draft) draft.take(update);
    };
    this.ends.push(
      drafts.listen((id) => void follow(id)),
      holdLater(kept.id, (release) => void this.takeOver(drafts, kept.id, draft, release)),
    );
    this.show({ id: kept.id, draft, keeper: null });
  }

  /** The page that wrote has ended: this one goes on with what it left. */
  private async takeOver(
    drafts: DeviceDrafts,
    id: string,
    draft: OpenDraft,
    release: Release,
  ): Promise<void> {
    const now = await drafts.get(id);
    if (this.open?.draft !== draft) return release();
    await this.end();
    if (now) this.write(drafts, now, release);
    else release();
  }

  /** Without what was erased of it. */
  private async openAnew(drafts: DeviceDrafts, id: string): Promise<void> {
    if (this.open?.id !== id) return;
    await this.end();
    const now = await drafts.get(id);
    const release = now && (await hold(id));
    if (now && release) this.write(drafts, now, release);
  }

  private show(open: Opened): void {
    this.open = open;
    this.tell();
  }

  private tell(): void {
    this.listeners.forEach((listener) => listener());
  }
}

/** Of two that are kept of one suggestion: what this device wrote and the server lacks goes before what the server has. */
const newer = (kept: KeptDraft, chosen: KeptDraft): KeptDraft =>
  kept.written > chosen.written ? kept : chosen;
