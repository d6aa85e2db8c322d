import { Textarea } from '@mantine/core';
import { lineBreak, wordingsOf, type LayerPart } from '@plenary/ground/text';
import { withoutUnseen } from '@plenary/ground/kernel';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OtherWords } from '../api/suggestions-api';
import { Confirm } from './Confirm';
import classes from './SuggestionsPanel.module.css';

interface Props {
  parts: readonly LayerPart[];
  language: string;
  name: string;
  isAsked: boolean;
  isPending: boolean;
  onAccept: (otherwise: readonly OtherWords[]) => void;
  onClose: () => void;
}

/** Words as a field shows them. */
const shown = (text: string): string => withoutUnseen(text).replaceAll(lineBreak, '\n');

/** SUG-9: what is suggested, to be worded otherwise before it goes into the text. */
export function AcceptOtherwise({ parts, language, name, isAsked, isPending, onAccept, onClose }: Props) {
  const { t } = useTranslation('comments-suggestions');
  // As it was when the dialog was opened: while somebody words it, nothing is taken from under their hands.
  const [wordings] = useState(() => wordingsOf(parts));
  const [typed, setTyped] = useState(() => wordings.map(({ text }) => shown(text)));
  const otherwise = wordings.flatMap(({ at, text }, index) =>
    typed[index] === shown(text)
      ? []
      : [{ at: [at[0], at[1]] as [number, number], suggested: withoutUnseen(text), accepted: typed[index]! }],
  );
  return (
    <Confirm
      title={t('otherwise.title')}
      act={t('accept')}
      isAsked={isAsked}
      isPending={isPending}
      isDisabled={otherwise.length === 0}
      onAct={() => onAccept(otherwise)}
      onClose={onClose}
    >
      <p>{t('otherwise.text', { name })}</p>
      <div className={classes.wordings}>
        {typed.map((words, index) => (
          <Textarea
            key={index}
            label={t(typed.length > 1 ? 'otherwise.words.of' : 'otherwise.words', {
              number: index + 1,
              of: typed.length,
            })}
            value={words}
            lang={language}
            dir="auto"
            autosize
            minRows={2}
            maxRows={10}
            onChange={({ currentTarget: { value } }) =>
              setTyped((all) => all.map((each, at) => (at === index ? value : each)))
            }
          />
        ))}
      </div>
    </Confirm>
  );
}
