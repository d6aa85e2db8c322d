import { Radio } from '@mantine/core';
import '@mantine/core/styles/Radio.css';
import '@mantine/core/styles/InlineInput.css';
import { Section, useFormat } from '@plenary/ground/web';
import { importAnswers, type ImportPreviewView } from '@plenary/arrivals/domain';
import { useTranslation } from 'react-i18next';
import type { ImportChoices } from '../api/use-import';
import { managing } from '../managing';
import classes from './Import.module.css';

interface Props {
  preview: ImportPreviewView;
  choices: ImportChoices;
  onChange: (answers: NonNullable<ImportChoices['answers']>) => void;
}

/** Two spellings of one name, two people with one address: nobody but a person can tell whether they are one. */
export function ImportQuestions({ preview, choices, onChange }: Props) {
  const { t } = useTranslation(managing);
  const format = useFormat();
  const lists = new Intl.ListFormat(undefined, { type: 'unit', style: 'narrow' });
  if (preview.questions.length === 0) return null;
  return (
    <Section title={t('import.questions')} note={t('import.questions.note')}>
      <div className={classes.questions}>
        {preview.questions.map(({ id, kind, lines, before, said, address }) => (
          <Radio.Group
            key={id}
            label={t(`import.question.${kind}`, { before, said, address })}
            description={t('import.question.lines', {
              lines: lists.format(lines.slice(0, 20).map(format.number)),
            })}
            value={choices.answers?.[id] ?? null}
            onChange={(answer) => onChange({ ...choices.answers, [id]: answer as 'same' })}
          >
            <div className={classes.answers}>
              {importAnswers.map((answer) => (
                <Radio key={answer} value={answer} label={t(`import.answer.${kind}.${answer}`)} />
              ))}
            </div>
          </Radio.Group>
        ))}
      </div>
    </Section>
  );
}
