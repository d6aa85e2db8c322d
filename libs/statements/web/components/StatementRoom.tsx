import type { DocumentProvider } from '@plenary/ground/collab/client';
import { currentImpersonation, Dialog, withWords } from '@plenary/ground/web';
import { covers, directionOf } from '@plenary/ground/kernel';
import type { StatementView } from '@plenary/statements/domain';
import type { Editor } from '@tiptap/core';
import { lazyRouteComponent } from '@tanstack/react-router';
import { Suspense, useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { forgetStatement, rememberStatement } from '../editor/device-statements';
import { useProvider, useProviderValue } from '../editor/use-provider';
import { Panels } from '../slots/Panels';
import { ShownTextOfPage, type TextInstead } from '../slots/statement-slots';
import { useExtensions } from '../slots/use-extensions';
import { writingHistory } from '../history/words';
import { afterTheText } from '../after-the-text';
import { writing } from '../writing';
import { Banners } from './Banners';
import { Outline } from './Outline';
import { PeopleHere } from './PeopleHere';
import { PrintedFacts } from './PrintedFacts';
import { StatementHead } from './StatementHead';
import classes from './StatementRoom.module.css';
import { StatementText, type OpenBeside } from './StatementText';
import { StatementTitle } from './StatementTitle';
import { WaitingLines, WaitingSheet } from './WaitingSheet';

const Reading = lazyRouteComponent(
  afterTheText(withWords(writingHistory, () => import('../history/Reading'))),
  'Reading',
);

interface Props {
  statement: StatementView;
  personId: string;
}

/** The room of one statement: its text in the middle, the way through it on one side, the people on the other. */
export function StatementRoom({ statement, personId }: Props) {
  const provider = useProvider(statement.id, personId);
  useEffect(() => {
    if (!currentImpersonation()) rememberStatement(personId, statement);
  }, [statement, personId]);
  const forget = useCallback(() => forgetStatement(personId, statement.id), [personId, statement.id]);
  if (!provider) return <WaitingSheet />;
  return <OpenRoom statement={statement} provider={provider} onClosed={forget} />;
}

/** What changes seldom: the room is not drawn anew at every key. */
function seldom({ status, generation }: DocumentProvider) {
  const { closed, loaded, writable, connection } = status;
  return { closed, loaded, writable, generation, offline: connection === 'offline' };
}

interface OpenProps {
  statement: StatementView;
  provider: DocumentProvider;
  /** The door was closed, and nothing of the person's own is left here. */
  onClosed: () => void;
}

function OpenRoom({ statement, provider, onClosed }: OpenProps) {
  const { t, i18n } = useTranslation(writing);
  const { closed, loaded, writable, offline, generation } = useProviderValue(provider, seldom);
  const isOver = useProviderValue(provider, ({ status }) => status.closed !== null && status.pending === 0);
  useEffect(() => {
    if (isOver) onClosed();
  }, [isOver, onClosed]);
  const extensions = useExtensions(statement);
  const [editor, setEditor] = useState<Editor | null>(null);
  const [sheet, setSheet] = useState<'outline' | 'people' | null>(null);
  const [beside, setBeside] = useState<OpenBeside>(null);
  const keepEditor = useCallback((made: Editor | null) => setEditor(made), []);
  const [copy, setCopy] = useState<{ of: DocumentProvider['doc']; instead: TextInstead } | null>(null);
  // A copy of a text that was replaced is a copy of nothing.
  const { doc } = provider;
  const instead = copy?.of === doc ? copy.instead : null;
  const shown = useMemo(
    () => ({
      text: doc,
      instead,
      show: (next: TextInstead | null) => setCopy(next && { of: doc, instead: next }),
    }),
    [doc, instead],
  );
  // The line then says what looking allows, which is reading; what the person may do is the statement's own word.
  const impersonates = currentImpersonation() !== null;
  const isMirrored = directionOf(statement.language) !== directionOf(i18n.language);

  return (
    <ShownTextOfPage.Provider value={shown}>
      <StatementHead
        statement={statement}
        provider={provider}
        editor={editor}
        Saving={instead?.Saving}
        onOpen={setBeside}
        onSheet={setSheet}
      />
      <div className={classes.columns}>
        <div className={classes.outline}>
          {editor && <Outline editor={editor} language={statement.language} />}
        </div>
        <article className={classes.sheet} data-mirrored={isMirrored || undefined}>
          <Banners provider={provider} />
          <StatementTitle
            statement={statement}
            editable={covers(statement.right, 'edit') && !closed && !impersonates}
          />
          <PrintedFacts statement={statement} />
          {statement.seesHistory && editor && (
            <Suspense>
              <Reading statement={statement} provider={provider} editor={editor} />
            </Suspense>
          )}
          {loaded && !closed && extensions ? (
            <StatementText
              key={`${generation} ${instead?.key ?? ''}`}
              statement={statement}
              provider={provider}
              instead={instead}
              writable={instead ? instead.writable : writable}
              added={extensions}
              open={beside}
              onOpen={setBeside}
              onEditor={keepEditor}
            />
          ) : (
            !closed && (offline ? <p role="status">{t('offline.no-copy')}</p> : <WaitingLines />)
          )}
        </article>
        <div className={classes.people}>
          <PeopleHere provider={provider} editor={editor} />
          {editor && <Panels statement={statement} editor={editor} />}
        </div>
      </div>
      <Dialog title={t('outline')} opened={sheet === 'outline'} onClose={() => setSheet(null)}>
        {editor && <Outline editor={editor} language={statement.language} onGo={() => setSheet(null)} />}
      </Dialog>
      <Dialog title={t('people')} opened={sheet === 'people'} onClose={() => setSheet(null)}>
        <PeopleHere provider={provider} editor={editor} onGo={() => setSheet(null)} />
      </Dialog>
    </ShownTextOfPage.Provider>
  );
}
