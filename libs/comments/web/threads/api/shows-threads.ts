import { shows, useRefresh } from '@plenary/ground/web';
import { statementSubject } from '@plenary/statements/domain';

const kind = 'thread';

/** A list of threads of a statement: asked for anew when something happens in one, or to the rights on the statement. */
export const showsThreads = (statementId: string) => shows({ kind }, statementSubject(statementId));

export const showsThread = (statementId: string | null, id: string) =>
  shows({ kind, id }, ...(statementId === null ? [] : [statementSubject(statementId)]));

/** After one's own act: whatever is on screen of threads is asked for anew. */
export const useThreadsRefresh = () => useRefresh({ kind });
