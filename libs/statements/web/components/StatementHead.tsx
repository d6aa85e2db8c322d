import { Button } from '@mantine/core';
import type { DocumentProvider } from '@plenary/ground/collab/client';
import { covers } from '@plenary/ground/kernel';
import { currentImpersonation, useFormat } from '@plenary/ground/web';
import type { StatementView } from '@plenary/statements/domain';
import {
  IconArrowLeft,
  IconDotsVertical,
  IconHistory,
  IconKeyboard,
  IconListTree,
  IconPrinter,
  IconSearch,
  IconShieldCheck,
  IconUsers,
} from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import type { Editor } from '@tiptap/core';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { wordsIn } from '../editor/outline';
import { useDerived } from '../editor/use-derived';
import { useProviderValue } from '../editor/use-provider';
import { Fill } from '../slots/Fill';
import { PanelButtons } from '../slots/Panels';
import { useActs } from '../slots/use-acts';
import { writing } from '../writing';
import { eachOnce } from './each-once';
import { Menu } from './Menu';
import { namedKeys } from './named-keys';
import { SaveState } from './SaveState';
import classes from './StatementHead.module.css';
import type { OpenBeside } from './StatementText';

interface Props {
  statement: StatementView;
  provider: DocumentProvider;
  editor: Editor | null;
  /** Of what is shown instead of the text. */
  Saving?: ComponentType;
  onOpen: (what: OpenBeside) => void;
  onSheet: (what: 'outline' | 'people') => void;
}

/** One row over the text: whose it is, how it is saved, and what is seldom needed. */
export function StatementHead({ statement, provider, editor, Saving, onOpen, onSheet }: Props) {
  const { t } = useTranslation(writing);
  const navigate = useNavigate();
  const count = useProviderValue(provider, ({ people }) => eachOnce(people).length);
  const here = count > 0 ? t('people.count', { count }) : t('people');
  const acts = useActs(statement);
  const rights = { to: '/statements/$id/rights', params: { id: statement.id } };
  const history = { to: '/statements/$id/history', params: { id: statement.id } };
  const groups = () => [
    {
      key: 'page',
      items: [
        {
          key: 'find',
          label: t('act.find'),
          Icon: IconSearch,
          keys: namedKeys('Mod+F'),
          run: () => onOpen('find'),
        },
        { key: 'print', label: t('print'), Icon: IconPrinter, keys: namedKeys('Mod+P'), run: () => print() },
        ...acts.items,
        {
          key: 'help',
          label: t('act.help'),
          Icon: IconKeyboard,
          keys: namedKeys('Mod+/'),
          run: () => onOpen('help'),
        },
        {
          key: 'rights',
          label: t('rights'),
          Icon: IconShieldCheck,
          onPhone: true,
          run: () => void navigate(rights),
        },
        ...(statement.seesHistory
          ? [
              {
                key: 'history',
                label: t('history'),
                Icon: IconHistory,
                onPhone: true,
                run: () => void navigate(history),
              },
            ]
          : []),
      ],
    },
  ];
  return (
    <header className={classes.head}>
      <a
        href="#statement-text"
        className={classes.skip}
        onClick={(event) => {
          event.preventDefault();
          editor?.view.dom.focus();
        }}
      >
        {t('skip.text')}
      </a>
      <Link to="/statements" className={classes.back} aria-label={t('back')}>
        <IconArrowLeft size={20} stroke={1.75} className={classes.flips} aria-hidden />
      </Link>
      {/* Runs as the name does: an ellipsis never takes the beginning of it. */}
      <bdi className={classes.where}>{statement.owner.name}</bdi>
      {editor && <Words editor={editor} />}
      <span className={classes.room} />
      {!Saving && <ReadOnly provider={provider} statement={statement} />}
      {Saving ? (
        <Fill>
          <Saving />
        </Fill>
      ) : (
        <SaveState provider={provider} />
      )}
      <button
        type="button"
        className={classes.act}
        data-folded="outline"
        aria-label={t('outline')}
        title={t('outline')}
        onClick={() => onSheet('outline')}
      >
        <IconListTree size={20} stroke={1.75} aria-hidden />
      </button>
      <button
        type="button"
        className={classes.act}
        data-folded="people"
        aria-label={here}
        title={here}
        onClick={() => onSheet('people')}
      >
        <IconUsers size={20} stroke={1.75} aria-hidden />
      </button>
      {editor && (
        <span className={classes.panels}>
          <PanelButtons statement={statement} editor={editor} />
        </span>
      )}
      {statement.seesHistory && (
        <span className={classes.wide}>
          <Button
            component={Link}
            {...(history as object)}
            variant="default"
            size="compact-md"
            leftSection={<IconHistory size={16} aria-hidden />}
          >
            {t('history')}
          </Button>
        </span>
      )}
      <span className={classes.wide}>
        <Button
          component={Link}
          {...(rights as object)}
          variant="default"
          size="compact-md"
          leftSection={<IconShieldCheck size={16} aria-hidden />}
        >
          {t('rights')}
        </Button>
      </span>
      <Menu name={t('more')} className={classes.act} groups={groups}>
        <IconDotsVertical size={20} stroke={1.75} aria-hidden />
      </Menu>
      {acts.dialog}
    </header>
  );
}

/** Whoever reads is told so, quietly. Whoever impersonates somebody only reads, and is told what that person may do. */
function ReadOnly({ provider, statement }: Pick<Props, 'provider' | 'statement'>) {
  const { t } = useTranslation(writing);
  const right = useProviderValue(provider, ({ status }) => (status.closed ? null : status.right));
  if (currentImpersonation())
    return <span className={classes.quiet}>{t(`right.${statement.right}.sentence`)}</span>;
  if (!right || covers(right, 'edit')) return null;
  return (
    <span className={classes.quiet} title={t(`right.${right}.sentence`)}>
      {t('read-only')}
    </span>
  );
}

function Words({ editor }: { editor: Editor }) {
  const { t } = useTranslation(writing);
  const format = useFormat();
  const words = useDerived(editor, wordsIn, 500);
  return (
    <span className={`${classes.quiet} ${classes.wide}`} data-testid="word-count">
      {t('words', { count: words, words: format.number(words) })}
    </span>
  );
}
