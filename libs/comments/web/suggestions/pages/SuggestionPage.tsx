import { Answer, WaitingPage } from '@plenary/ground/web';
import { Navigate, useParams } from '@tanstack/react-router';
import { useSuggestion } from '../api/use-suggestions';
import { suggestionAnchor } from '../suggestion-address';

/** A suggestion by its own address: it is read beside the text upon which it stands. */
export function SuggestionPage() {
  const { id } = useParams({ strict: false });
  return (
    <Answer query={useSuggestion(id!)} waiting={<WaitingPage />}>
      {({ statementId }) => (
        <Navigate to="/statements/$id" params={{ id: statementId }} hash={suggestionAnchor(id!)} replace />
      )}
    </Answer>
  );
}
