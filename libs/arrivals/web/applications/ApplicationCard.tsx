import { Button, Textarea } from '@mantine/core';
import { Dialog, say, Section, useErrorSentence, useFormat } from '@plenary/ground/web';
import { organisationLimits } from '@plenary/organisations/domain';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ReasonField, useTerms, Facts, forms as classes, lists } from '@plenary/organisations/web/parts';
import { managing } from '../managing';
import { useDecideApplication, useNoteApplication, type Application } from '../api/use-applications';

/** One application: who asks, what coordinators think of it, and the decision. */
export function ApplicationCard({ application }: { application: Application }) {
  const { t } = useTranslation(managing);
  const format = useFormat();
  const terms = useTerms();
  const { organisation } = application;
  const [text, setText] = useState('');
  const note = useNoteApplication(organisation.id);
  const { sentence } = useErrorSentence(note.error);
  const [description] = Object.values(application.description);
  const done = () => setText('');
  const think = (opinion?: 'for' | 'against') =>
    note.mutate({ text, ...(opinion ? { opinion } : {}) }, { onSuccess: done });
  return (
    <Section
      title={organisation.name}
      note={application.nameTaken ? t('applications.name-taken') : undefined}
    >
      {description && (
        <p className={lists.description} dir="auto">
          {description}
        </p>
      )}
      <Facts
        facts={[
          [
            t('column.country'),
            [format.country(organisation.country), terms.region(organisation.region)]
              .filter(Boolean)
              .join(', '),
          ],
          [t('constituency'), terms.constituency(organisation.constituency)],
          [t('column.acronym'), organisation.acronym && <bdi>{organisation.acronym}</bdi>],
          [t('languages'), organisation.languages.map(format.language).join(', ')],
          [t('website'), organisation.website && <bdi dir="ltr">{organisation.website}</bdi>],
          [
            t('applications.by'),
            <span key="by">
              <bdi>{application.applicantName}</bdi>, <bdi dir="ltr">{application.applicantEmail}</bdi>
            </span>,
          ],
          [t('applications.on'), format.day(application.confirmedAt)],
          [t('applications.language'), format.language(application.applicantLanguage)],
          [
            t('apply.note'),
            <span key="note" dir="auto">
              {application.note}
            </span>,
          ],
        ]}
      />
      {application.notes.length > 0 && (
        <ul className={lists.people}>
          {application.notes.map((each) => (
            <li key={each.id} className={lists.invitation}>
              <span className={lists.name}>
                <bdi>{each.authorName}</bdi>{' '}
                <span className={lists.quiet}>
                  {each.opinion && `${t(`applications.${each.opinion}`)} · `}
                  {format.ago(each.at)}
                </span>
                <span className={lists.line} dir="auto">
                  {each.text}
                </span>
              </span>
            </li>
          ))}
        </ul>
      )}
      <div className={`${classes.form} ${classes.roles}`}>
        <Textarea
          label={t('applications.words')}
          description={t('applications.words.hint')}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          maxLength={organisationLimits.reasonLength}
          rows={2}
          dir="auto"
        />
        {sentence && (
          <p role="alert" className={classes.problem}>
            {sentence}
          </p>
        )}
        <div className={classes.actions}>
          <Button variant="default" loading={note.isPending} onClick={() => think()} disabled={!text.trim()}>
            {t('applications.note')}
          </Button>
          <Button variant="default" loading={note.isPending} onClick={() => think('for')}>
            {t('applications.for')}
          </Button>
          <Button variant="default" loading={note.isPending} onClick={() => think('against')}>
            {t('applications.against')}
          </Button>
        </div>
        <Decide application={application} />
      </div>
    </Section>
  );
}

/** The decision asks first; refusing asks why, for the applicant. */
function Decide({ application }: { application: Application }) {
  const { t } = useTranslation(managing);
  const { organisation, applicantEmail } = application;
  const [next, setNext] = useState<'active' | 'refused' | null>(null);
  const [reason, setReason] = useState('');
  const name = organisation.name;
  const decide = useDecideApplication(organisation.id, (state) => say(t(`decide.${state}.done`, { name })));
  const { sentence } = useErrorSentence(decide.error);
  const close = () => {
    setNext(null);
    setReason('');
    decide.reset();
  };
  return (
    <>
      <div className={classes.buttons}>
        <Button variant="default" color="red" onClick={() => setNext('refused')}>
          {t('decide.refused')}
        </Button>
        <Button onClick={() => setNext('active')}>{t('decide.active')}</Button>
      </div>
      <Dialog
        title={next ? t(`decide.${next}.title`, { name }) : ''}
        opened={next !== null}
        onClose={close}
        actions={
          <>
            <Button variant="default" onClick={close}>
              {t('common:cancel')}
            </Button>
            <Button
              color={next === 'refused' ? 'red' : undefined}
              disabled={next === 'refused' && reason.trim() === ''}
              loading={decide.isPending}
              onClick={() => decide.mutate({ state: next!, reason })}
            >
              {next && t(`decide.${next}`)}
            </Button>
          </>
        }
      >
        <div className={classes.form}>
          <p className={classes.hint}>
            {next && t(`decide.${next}.text`)}{' '}
            {next === 'active' && t('applications.invited', { email: applicantEmail })}
          </p>
          <ReasonField
            label={t(next === 'refused' ? 'applications.reason' : 'decide.note')}
            value={reason}
            onChange={setReason}
            problem={sentence}
          />
        </div>
      </Dialog>
    </>
  );
}
