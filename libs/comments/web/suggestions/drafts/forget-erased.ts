import { asApiError } from '@plenary/ground/web';
import { suggestionsApi } from '../api/suggestions-api';
import { bytesOf } from './base64';
import type { DeviceDrafts } from './device-drafts';
import { withoutErased } from './kept-draft';
import { hold } from './one-page';

/** STM-29: words that were erased from a statement go from what is kept here of suggestions on it, be it sent or not. */
export async function forgetErased(drafts: DeviceDrafts, statementId: string): Promise<void> {
  for (const { id, update } of await drafts.of(statementId)) {
    if (!update) continue;
    const known = await suggestionsApi.get(id).catch(nothingOf);
    // A page that writes it hears of it with what it writes next.
    const release = known?.layer ? await hold(id) : null;
    if (!known?.layer || !release) continue;
    const kept = await drafts.get(id);
    const left = kept && withoutErased(kept, bytesOf(known.layer.update));
    if (left && left !== kept) await drafts.put(left);
    release();
  }
}

/** What one may not see any more has nothing to say; where nobody answers, it is asked again. */
function nothingOf(reason: unknown): null {
  if (asApiError(reason).isUnreached) throw reason;
  return null;
}
