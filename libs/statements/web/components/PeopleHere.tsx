import type { DocumentProvider } from '@plenary/ground/collab/client';
import { PersonMark } from '@plenary/ground/web';
import type { Editor } from '@tiptap/core';
import { useTranslation } from 'react-i18next';
import { bindingIn, positionOf } from '@plenary/ground/web/editor';
import { goTo } from '../editor/commands';
import { useProviderValue } from '../editor/use-provider';
import { eachOnce } from './each-once';
import classes from './Side.module.css';

/** Listed by name; the rest is counted. */
const mostListed = 40;

/** As much of people as the list shows: where their carets stand changes at every key. */
const listed = ({ people }: DocumentProvider) =>
  eachOnce(people).map(({ personId, name, organisation, colour, clientId, cursor }) => ({
    ...{ personId, name, organisation, colour, clientId },
    writes: cursor !== null,
  }));

/** Who is in the text, for which organisation; the list leads to where they write. */
export function PeopleHere({
  provider,
  editor,
  onGo,
}: {
  provider: DocumentProvider;
  editor: Editor | null;
  onGo?: () => void;
}) {
  const { t } = useTranslation('statements');
  const people = useProviderValue(provider, listed);
  const go = (clientId: number | null) => {
    const state = clientId === null ? undefined : provider.awareness.getStates().get(clientId);
    const binding = editor && bindingIn(editor.state);
    const pos = binding && positionOf(binding, state);
    if (!editor || pos === null || pos === undefined) return;
    onGo?.();
    goTo(Math.max(0, pos - 1))(editor.state, editor.view.dispatch);
    editor.commands.scrollIntoView();
    editor.view.focus();
  };
  return (
    <section aria-label={t('people')} className={classes.side}>
      {people.length === 0 ? (
        <Unseen provider={provider} />
      ) : (
        <h2 className={classes.title}>{t('people.count', { count: people.length })}</h2>
      )}
      <ul className={classes.people}>
        {people.slice(0, mostListed).map((person) => (
          <li key={person.personId}>
            <button
              type="button"
              className={classes.person}
              title={[person.name, person.organisation].filter(Boolean).join(', ')}
              disabled={!person.writes}
              onClick={() => go(person.clientId)}
            >
              <PersonMark name={person.name} colour={person.colour} />
              <span className={classes.who}>
                <bdi>{person.name}</bdi>
                {person.organisation && <bdi className={classes.quiet}>{person.organisation}</bdi>}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {people.length > mostListed && (
        <p className={classes.quiet}>{t('people.more', { count: people.length - mostListed })}</p>
      )}
    </section>
  );
}

/** Whoever looks is here: when nobody is seen, there is no line to see them by. */
function Unseen({ provider }: { provider: DocumentProvider }) {
  const { t } = useTranslation('statements');
  const isOffline = useProviderValue(provider, ({ status }) => status.connection === 'offline');
  return (
    <>
      <h2 className={classes.title}>{t('people')}</h2>
      {isOffline && <p className={classes.quiet}>{t('people.unseen')}</p>}
    </>
  );
}
