import { ActionIcon, Button } from '@mantine/core';
import type { DocumentProvider } from '@plenary/ground/collab/client';
import { currentLook, Dialog, useFormat, WaitingRows } from '@plenary/ground/web';
import { covers } from '@plenary/ground/kernel';
import type { StatementView } from '@plenary/statements/domain';
import { IconArrowLeft, IconListTree, IconShieldCheck, IconUsers } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { Editor } from '@tiptap/react';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { forgetStatement, rememberStatement } from '../editor/device-statements';
import { wordsIn } from '../editor/outline';
import { useDerived } from '../editor/use-derived';
import { useProvider, useProviderValue } from '../editor/use-provider';
import { PanelButtons, Panels } from '../slots/Panels';
import { useExtensions } from '../slots/use-extensions';
import { Banners } from './Banners';
import { eachOnce } from './each-once';
import { Outline } from './Outline';
import { PeopleHere } from './PeopleHere';
import { SaveState } from './SaveState';
import classes from './StatementRoom.module.css';
import { StatementText } from './StatementText';
import { StatementTitle } from './StatementTitle';

interface Props {
  statement: StatementView;
  personId: string;
}

/** The room of one statement: its text in the middle, the way through it on one side, the people on the other. */
export function StatementRoom({ statement, personId }: Props) {
  const provider = useProvider(statement.id, personId);
  useEffect(() => {
    if (!currentLook()) rememberStatement(personId, statement);
  }, [statement, personId]);
  const forget = useCallback(() => forgetStatement(personId, statement.id), [personId, statement.id]);
  if (!provider) return <WaitingRows rows={10} />;
  return <OpenRoom statement={statement} provider={provider} onClosed={forget} />;
}

/** What changes seldom: the room is not drawn anew at every key. */
function seldom({ status, people, generation }: DocumentProvider) {
  const { closed, loaded, writable, right, connection } = status;
  return {
    closed,
    loaded,
    writable,
    right,
    generation,
    offline: connection === 'offline',
    count: eachOnce(people).length,
  };
}

interface OpenProps {
  statement: StatementView;
  provider: DocumentProvider;
  /** The door was closed, and nothing of the person's own is left here. */
  onClosed: () => void;
}

function OpenRoom({ statement, provider, onClosed }: OpenProps) {
  const { t } = useTranslation('statements');
  const { closed, loaded, writable, right, offline, generation, count } = useProviderValue(provider, seldom);
  const isOver = useProviderValue(provider, ({ status }) => status.closed !== null && status.pending === 0);
  useEffect(() => {
    if (isOver) onClosed();
  }, [isOver, onClosed]);
  const extensions = useExtensions(statement);
  const [editor, setEditor] = useState<Editor | null>(null);
  const [sheet, setSheet] = useState<'outline' | 'people' | null>(null);
  const keepEditor = useCallback((made: Editor | null) => setEditor(made), []);
  // The line then says what looking allows, which is reading; what the person may do is the statement's own word.
  const looks = currentLook() !== null;

  return (
    <>
      <header className={classes.head}>
        <Link to="/statements" className={classes.back} aria-label={t('back')}>
          <IconArrowLeft size={20} stroke={1.75} className={classes.flips} aria-hidden />
        </Link>
        <span className={classes.where}>
          <bdi>{statement.owner.name}</bdi>
        </span>
        <SaveState provider={provider} />
        <span className={classes.phoneOnly}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={44}
            aria-label={t('outline')}
            onClick={() => setSheet('outline')}
          >
            <IconListTree size={20} aria-hidden />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={44}
            aria-label={count > 0 ? t('people.count', { count }) : t('people')}
            onClick={() => setSheet('people')}
          >
            <IconUsers size={20} aria-hidden />
          </ActionIcon>
          {editor && <PanelButtons statement={statement} editor={editor} />}
        </span>
        <Button
          component={Link}
          {...({ to: '/statements/$id/rights', params: { id: statement.id } } as object)}
          variant="default"
          size="compact-md"
          leftSection={<IconShieldCheck size={16} aria-hidden />}
        >
          {t('rights')}
        </Button>
      </header>
      <div className={classes.columns}>
        <div className={classes.outline}>{editor && <Outline editor={editor} />}</div>
        <article className={classes.sheet}>
          <Banners provider={provider} />
          <StatementTitle
            statement={statement}
            editable={covers(statement.right, 'edit') && !closed && !looks}
          />
          <p className={classes.facts}>
            {t(`right.${looks ? statement.right : (right ?? statement.right)}.sentence`)}
            {editor && <Words editor={editor} />}
          </p>
          {loaded && !closed && extensions ? (
            <StatementText
              key={generation}
              statement={statement}
              provider={provider}
              writable={writable}
              added={extensions}
              onEditor={keepEditor}
            />
          ) : (
            !closed && <Loading offline={offline} />
          )}
        </article>
        <div className={classes.people}>
          <PeopleHere provider={provider} editor={editor} />
          {editor && <Panels statement={statement} editor={editor} />}
        </div>
      </div>
      <Dialog title={t('outline')} opened={sheet === 'outline'} onClose={() => setSheet(null)}>
        {editor && <Outline editor={editor} onGo={() => setSheet(null)} />}
      </Dialog>
      <Dialog title={t('people')} opened={sheet === 'people'} onClose={() => setSheet(null)}>
        <PeopleHere provider={provider} editor={editor} onGo={() => setSheet(null)} />
      </Dialog>
    </>
  );
}

function Words({ editor }: { editor: Editor }) {
  const { t } = useTranslation('statements');
  const format = useFormat();
  const words = useDerived(editor, wordsIn, 500);
  return <span data-testid="word-count">{t('words', { count: words, words: format.number(words) })}</span>;
}

/** Without a network and without a copy on this device there is nothing to show yet. */
function Loading({ offline }: { offline: boolean }) {
  const { t } = useTranslation('statements');
  return offline ? <p role="status">{t('offline.no-copy')}</p> : <WaitingRows rows={8} />;
}
