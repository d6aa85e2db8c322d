import { Button, NativeSelect, TextInput } from '@mantine/core';
import { Section, useErrorSentence, useFormat, useOnline } from '@plenary/ground/web';
import { interfaceLanguages } from '@plenary/ground/kernel';
import { useGroups } from '@plenary/groups/web';
import { directed, type Incoming } from '@plenary/exchange/domain';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useBeginFromFile } from '../api/use-begin-from-file';
import classes from './FromFile.module.css';
import { TextPreview } from './TextPreview';

/** Title, language and owner, and the text as it is going to stand; nothing is kept before this is confirmed. */
export function BeginWithText({ incoming, fileName }: { incoming: Incoming; fileName: string }) {
  const { t, i18n } = useTranslation('exchange');
  const format = useFormat();
  const [title, setTitle] = useState(incoming.title ?? fileName.replace(/\.[^.]*$/, ''));
  const [language, setLanguage] = useState(incoming.language ?? i18n.language);
  const [groupId, setGroupId] = useState('');
  const { data: groups } = useGroups();
  const online = useOnline();
  const begin = useBeginFromFile();
  const navigate = useNavigate();
  const { sentence } = useErrorSentence(begin.error);
  const paragraphs = useMemo(() => directed(incoming.paragraphs, language), [incoming, language]);
  const languages = [...new Set([...interfaceLanguages, ...(incoming.language ? [incoming.language] : [])])];

  const submit = (event: FormEvent) => {
    event.preventDefault();
    begin.mutate(
      { title, language, groupId, paragraphs },
      { onSuccess: (id) => void navigate({ to: '/statements/$id', params: { id } }) },
    );
  };
  return (
    <>
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
          {sentence && (
            <p role="alert" className={`${classes.problem} ${classes.wide}`}>
              {sentence}
            </p>
          )}
          <Button type="submit" className={classes.submit} loading={begin.isPending} disabled={!online}>
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
