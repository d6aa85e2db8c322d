import { Button, NativeSelect, TextInput } from '@mantine/core';
import { Section, useErrorSentence, useFormat, useOnline } from '@plenary/ground/web';
import { interfaceLanguages } from '@plenary/ground/kernel';
import { useGroups } from '@plenary/groups/web';
import { directed, returnLimits, type ReturnedName, type ReturnOutcome } from '@plenary/exchange/domain';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useBeginFromFile, useBeginWithBeside } from '../api/use-begin-from-file';
import type { FileRead } from '../reading/read-file';
import { choicesOf, NamesInFile, whoseOf, type NameSaid } from '../returned/NamesInFile';
import { Working } from '../returned/Working';
import classes from './FromFile.module.css';
import { TextPreview } from './TextPreview';

interface Props {
  read: FileRead;
  fileName: string;
  keepsComments: boolean;
  /** What is shown is read anew. */
  isReading: boolean;
  /** Something came of what stood beside the text; the same one at each render. */
  onBegun: (outcome: ReturnOutcome) => void;
}

/**
 * Whose words they are that stand beside the text; title, language and owner; and the text as it is going to stand. Nothing
 * is kept before this is confirmed.
 */
export function BeginWithText({ read, fileName, keepsComments, isReading, onBegun }: Props) {
  const { incoming, beside } = read;
  const { t, i18n } = useTranslation('exchange');
  const format = useFormat();
  const [title, setTitle] = useState(incoming.title ?? fileName.replace(/\.[^.]*$/, ''));
  const [language, setLanguage] = useState(incoming.language ?? i18n.language);
  const [groupId, setGroupId] = useState('');
  const [said, setSaid] = useState<Readonly<Record<string, NameSaid>>>({});
  const { data: groups } = useGroups();
  const online = useOnline();
  const begin = useBeginFromFile();
  const navigate = useNavigate();
  const beginBeside = useBeginWithBeside(onBegun);
  const { sentence } = useErrorSentence(begin.error ?? beginBeside.error);
  const names = keptNames(beside?.names ?? [], keepsComments);
  const coming = names.filter(({ name }) => whoseOf(name, said, enters) !== 'none');
  const paragraphs = useMemo(() => directed(incoming.paragraphs, language), [incoming, language]);
  const languages = [...new Set([...interfaceLanguages, ...(incoming.language ? [incoming.language] : [])])];

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const facts = { title, language, groupId, paragraphs };
    if (!beside || coming.length === 0)
      return begin.mutate(facts, {
        onSuccess: (id) => void navigate({ to: '/statements/$id', params: { id } }),
      });
    const called = names.map(({ name }) => name);
    beginBeside.begin({
      ...facts,
      file: keepsComments ? beside.file : { ...beside.file, comments: [] },
      choices: {
        fileName: fileName.slice(0, returnLimits.fileNameLength),
        names: choicesOf(called, said, enters),
      },
    });
  };
  return (
    <>
      {names.length > 0 && (
        <>
          <Coming names={coming} />
          <NamesInFile
            names={names}
            said={said}
            enters={enters}
            hasUntracked={false}
            onChange={(name, next) => setSaid({ ...said, [name]: next })}
          />
        </>
      )}
      <Section title={t('import.begin')}>
        <form onSubmit={submit} noValidate className={classes.form}>
          <TextInput
            className={classes.wide}
            label={t('begin.title')}
            value={title}
            onChange={(event) => setTitle(event.currentTarget.value)}
            maxLength={400}
            dir="auto"
          />
          <NativeSelect
            label={t('begin.language')}
            value={language}
            onChange={(event) => setLanguage(event.currentTarget.value)}
            data={languages.map((value) => ({ value, label: format.language(value) }))}
          />
          <NativeSelect
            label={t('begin.owner')}
            value={groupId}
            onChange={(event) => setGroupId(event.currentTarget.value)}
            data={[
              { value: '', label: t('begin.coalition') },
              ...(groups ?? []).map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
          {beginBeside.isPending && (
            <div className={classes.wide}>
              <Working work={beginBeside.work} isPending />
            </div>
          )}
          {sentence && (
            <p role="alert" className={`${classes.problem} ${classes.wide}`}>
              {sentence}
            </p>
          )}
          <Button
            type="submit"
            className={classes.submit}
            loading={begin.isPending || beginBeside.isPending}
            disabled={!online || isReading}
          >
            {t('begin.do')}
          </Button>
          {!online && <p className={`${classes.quiet} ${classes.wide}`}>{t('begin.offline')}</p>}
        </form>
      </Section>
      <Section title={t('import.preview')}>
        <TextPreview paragraphs={paragraphs} language={language} />
      </Section>
    </>
  );
}

/** COM-8: whoever begins a statement manages it. */
const enters = true;

/** Names at what is kept. */
const keptNames = (names: readonly ReturnedName[], keepsComments: boolean): ReturnedName[] =>
  names
    .map((each) => (keepsComments ? each : { ...each, comments: 0 }))
    .filter(({ changes, comments }) => changes + comments > 0);

/** How many suggestions and comments will come. */
function Coming({ names }: { names: readonly ReturnedName[] }) {
  const { t } = useTranslation('exchange');
  const format = useFormat();
  const line = (key: string, count: number) =>
    t(`exchange-return:${key}`, { count, number: format.number(count) });
  const sum = (of: 'changes' | 'comments') => names.reduce((all, each) => all + each[of], 0);
  return (
    <Section title={t('import.beside')}>
      <ul className={classes.facts} data-testid="beside">
        <li>{line('becomes.suggestions', sum('changes'))}</li>
        <li>{line('becomes.comments', sum('comments'))}</li>
      </ul>
    </Section>
  );
}
