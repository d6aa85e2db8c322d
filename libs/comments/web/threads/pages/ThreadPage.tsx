import { Answer, WaitingPage } from '@plenary/ground/web';
import { Navigate, useParams } from '@tanstack/react-router';
import { useThread } from '../api/use-thread';
import { threadAnchor } from '../beside/thread-address';

/** A thread by its own address: it is read beside the text that it is about. */
export function ThreadPage() {
  const { id } = useParams({ strict: false });
  const thread = useThread(null, id!);
  return (
    <Answer query={thread} waiting={<WaitingPage />}>
      {({ statementId }) => (
        <Navigate to="/statements/$id" params={{ id: statementId }} hash={threadAnchor(id!)} replace />
      )}
    </Answer>
  );
}
