import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { Dialog, say, useErrorSentence, useFormat, useLate, WaitingRows } from '@plenary/ground/web';
import {
  erasureLimits,
  statementLimits,
  type ComparedParagraphView,
  type ErasedBesideView,
  type MomentRefView,
} from '@plenary/statements/domain';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './HistoryPage.module.css';
import { useErase, useErasureCover, type PassageToErase } from './use-erasing';
import { writingHistory } from './words';

interface Props {
  statementId: string;
  /** The moment that is shown, with its paragraphs. */
  moment: MomentRefView;
  paragraphs: readonly ComparedParagraphView[];
  opened: boolean;
  onClose: () => void;
}

/** A source is one character, as it is for the server. */
const source = '*';
/** Of a paragraph, to tell it from others. */
const beginning = 60;

const textOf = ({ pieces }: ComparedParagraphView): string =>
  pieces
    .filter(({ kind }) => kind !== 'removed' && kind !== 'went')
    .map(({ text, note }) => (note === null ? text : source))
    .join('');

/** STM-29: takes words out of the text and its history for good: says what goes, and has it typed that this is meant. */
export function Erase({ statementId, moment, paragraphs, opened, onClose }: Props) {
  const { t } = useTranslation(writingHistory);
  const texts = paragraphs
    .filter(({ state }) => state !== 'removed')
    .map((paragraph) => ({ id: paragraph.id, text: textOf(paragraph) }))
    .filter(({ text }) => text.trim() !== '');
  const [chosen, setChosen] = useState<string | null>(null);
  const [selected, setSelected] = useState<readonly [number, number]>([0, 0]);
  const [passage, setPassage] = useState<PassageToErase | null>(null);
  const paragraph = texts.find(({ id }) => id === chosen) ?? texts[0];
  const close = () => {
    setPassage(null);
    setSelected([0, 0]);
    onClose();
  };
  const look = () => {
    if (!paragraph) return;
    const [from, to] = selected;
    setPassage({ at: moment.seq, paragraphId: paragraph.id, ...(from < to ? { from, to } : {}) });
  };
  if (passage) {
    return <Confirm {...{ statementId, passage, opened }} onBack={() => setPassage(null)} onClose={close} />;
  }
  return (
    <Dialog
      title={t('history.erase')}
      opened={opened}
      onClose={close}
      actions={
        <>
          <Button variant="default" onClick={close}>
            {t('history.restore.cancel')}
          </Button>
          <Button onClick={look} disabled={!paragraph}>
            {t('history.erase.look')}
          </Button>
        </>
      }
    >
      <p>{t('history.erase.text')}</p>
      <div className={classes.fields}>
        <NativeSelect
          label={t('history.erase.paragraph')}
          value={paragraph?.id ?? ''}
          onChange={(event) => {
            setChosen(event.currentTarget.value);
            setSelected([0, 0]);
          }}
          data={texts.map(({ id, text }) => ({ value: id, label: text.slice(0, beginning) }))}
        />
        <Textarea
          label={t('history.erase.words')}
          description={t('history.erase.words.hint')}
          readOnly
          autosize
          maxRows={8}
          value={paragraph?.text ?? ''}
          onSelect={({ currentTarget }: SyntheticEvent<HTMLTextAreaElement>) =>
            setSelected([currentTarget.selectionStart, currentTarget.selectionEnd])
          }
        />
      </div>
    </Dialog>
  );
}

/** In the words of the room that keeps it. */
function Beside({ what, count }: ErasedBesideView) {
  const { i18n } = useTranslation(what.split(':')[0]);
  return <li>{i18n.t(what, { count })}</li>;
}

/** Whoever listens hears first what goes, which came after the dialog. */
const begin = (words: HTMLElement | null): void => words?.focus();

interface ConfirmProps {
  statementId: string;
  passage: PassageToErase;
  opened: boolean;
  onBack: () => void;
  onClose: () => void;
}

function Confirm({ statementId, passage, opened, onBack, onClose }: ConfirmProps) {
  const { t } = useTranslation(writingHistory);
  const format = useFormat();
  const cover = useErasureCover(statementId, passage);
  const erasing = useErase(statementId);
  const { sentence } = useErrorSentence(erasing.error ?? cover.error);
  const [reason, setReason] = useState('');
  const [typed, setTyped] = useState('');
  const [title, setTitle] = useState<string | null>(null);
  const word = t('history.erase.word');
  const isMeant =
    typed.trim().toLocaleLowerCase() === word.toLocaleLowerCase() &&
    reason.trim() !== '' &&
    title?.trim() !== '';
  const erase = () =>
    erasing.mutate(
      { ...passage, reason, ...(title === null ? {} : { title }) },
      {
        onSuccess: () => {
          onClose();
          say(t('history.erased'));
        },
      },
    );
  const { data } = cover;
  const isLate = useLate(cover.isPending);
  return (
    <Dialog
      title={t('history.erase')}
      opened={opened}
      onClose={onClose}
      actions={
        <>
          <Button variant="default" onClick={onBack}>
            {t('history.erase.back')}
          </Button>
          <Button color="red" onClick={erase} disabled={!data || !isMeant} loading={erasing.isPending}>
            {t('history.erase.confirm')}
          </Button>
        </>
      }
    >
      {isLate && <WaitingRows rows={4} />}
      {data && (
        <>
          <blockquote className={classes.erased} dir="auto" tabIndex={0} ref={begin}>
            {data.words.replaceAll('\ufffc', source)}
          </blockquote>
          <p>{t('history.erase.goes')}</p>
          <ul>
            <li>{t('history.erase.places', { count: data.places })}</li>
            <li>{t('history.erase.characters', { characters: format.number(data.characters) })}</li>
            {data.beside.map(({ what, count }) => (
              <Beside key={what} what={what} count={count} />
            ))}
          </ul>
          <p>
            <strong>{t('history.erase.final')}</strong> {t('history.erase.not')}
          </p>
          <div className={classes.fields}>
            {data.title !== null && (
              <TextInput
                label={t('history.erase.title')}
                description={t('history.erase.title.hint')}
                maxLength={statementLimits.titleLength}
                dir="auto"
                required
                withAsterisk={false}
                value={title ?? data.title}
                onChange={(event) => setTitle(event.currentTarget.value)}
              />
            )}
            <TextInput
              label={t('history.erase.reason')}
              description={t('history.erase.reason.hint')}
              maxLength={erasureLimits.reason}
              required
              withAsterisk={false}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
            <TextInput
              label={t('history.erase.type', { word })}
              autoComplete="off"
              required
              withAsterisk={false}
              value={typed}
              onChange={(event) => setTyped(event.currentTarget.value)}
            />
          </div>
        </>
      )}
      {(erasing.error ?? cover.error) && <p role="alert">{sentence}</p>}
    </Dialog>
  );
}
