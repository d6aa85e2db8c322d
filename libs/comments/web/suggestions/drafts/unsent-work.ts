import { wordsOf } from '@plenary/ground/collab/client';
import type { UnsentWork } from '@plenary/ground/web';
import { suggestionsApi } from '../api/suggestions-api';
import { DeviceDrafts } from './device-drafts';
import { DraftKeeper } from './draft-keeper';
import { forgetErased } from './forget-erased';
import { noteUnsentDrafts } from './has-unsent';
import { isUnsent } from './kept-draft';
import { hold } from './one-page';

/** Longest wait for a suggestion to arrive before signing out. Milliseconds. */
const patience = 10_000;

/** Suggestions on this device of which the server lacks something. */
export async function unsentSuggestions(personId: string): Promise<readonly UnsentWork[]> {
  const drafts = await DeviceDrafts.open(personId);
  try {
    const unsent = (await drafts.all()).filter((each) => isUnsent(each) || each.refused !== null);
    return unsent.map(({ id, title, update, refused }) => ({
      ...{ id, label: title, text: async () => (update ? wordsOf([update]) : '') },
      ...(refused ? {} : { send: () => sendOne(personId, id) }),
    }));
  } finally {
    drafts.close();
  }
}

/** What a page left behind that was closed without a network. */
export async function sendAllUnsent(personId: string): Promise<void> {
  const drafts = await DeviceDrafts.open(personId);
  try {
    const unsent = async () => (await drafts.all()).filter((each) => isUnsent(each) && each.refused === null);
    for (const { id } of await unsent()) await sendOne(personId, id);
    if ((await unsent()).length === 0) noteUnsentDrafts(personId, false);
  } finally {
    drafts.close();
  }
}

/** STM-29: words that were erased from these statements go from what is kept here. */
export async function forgetErasedOf(
  personId: string,
  statements: readonly { readonly id: string }[],
): Promise<void> {
  const drafts = await DeviceDrafts.open(personId);
  try {
    for (const { id } of statements) await forgetErased(drafts, id);
  } finally {
    drafts.close();
  }
}

/** True when everything arrived. A page that writes it sends it itself. */
async function sendOne(personId: string, id: string): Promise<boolean> {
  const release = await hold(id);
  if (!release) return false;
  const drafts = await DeviceDrafts.open(personId);
  const kept = await drafts.get(id);
  if (!kept) {
    drafts.close();
    release();
    return true;
  }
  const keeper = new DraftKeeper(drafts, kept, suggestionsApi);
  try {
    return await new Promise<boolean>((decided) => {
      const look = () => {
        if (['saved', 'refused', 'on-device'].includes(keeper.saving)) decided(keeper.saving === 'saved');
      };
      keeper.subscribe(look);
      look();
      setTimeout(() => decided(false), patience);
    });
  } finally {
    await keeper.close();
    drafts.close();
    release();
  }
}
