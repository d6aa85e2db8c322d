import type { JoinAnswer, JoinRequest } from '@plenary/ground/collab/protocol';
import type { Right } from '@plenary/ground/kernel';
import { textModel } from '@plenary/ground/text';
import { refuse } from './refuse.js';

/** The model of apps from before there were several. */
const firstModel = 1;

export const isOfThisModel = ({ model }: JoinRequest): boolean => model === textModel;

/** A Yjs update that brings nothing. */
const nothing = new Uint8Array([0, 0]);

/**
 * SYNC-24: what an app is told that knows another model of texts. Apps of the first model say "reload" only when they
 * are answered with other rules than theirs, and ask again for ever when they are refused. So they are answered with
 * what they have: they keep their copy and its unsent words under their own epoch. Whoever has no copy is refused, and
 * shows nothing rather than an empty sheet.
 */
export function answerToOlder(
  { document, model, epoch, stateVector }: JoinRequest,
  right: Right,
  schema: number,
): JoinAnswer {
  if (model !== firstModel || epoch === null) return refuse('document.schema-outdated', { model: textModel });
  return {
    ...{ document, epoch, schema, right, seq: 0, update: nothing, stateVector },
    ...{ clientIds: [], organisationId: null, presenceId: '', presence: [] },
  };
}
