import { Answer, WaitingPage } from '@plenary/ground/web';
import { useOpenPanels } from '@plenary/statements/web/parts';
import { Navigate, useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useSuggestion } from '../api/use-suggestions';

/** A suggestion by its own address: it is read beside the text upon which it stands. */
export function SuggestionPage() {
  const { id } = useParams({ strict: false });
  const { turn } = useOpenPanels();
  useEffect(() => turn('suggestions', true), [turn]);
  return (
    <Answer query={useSuggestion(id!)} waiting={<WaitingPage />}>
      {({ statementId }) => <Navigate to="/statements/$id" params={{ id: statementId }} replace />}
    </Answer>
  );
}
