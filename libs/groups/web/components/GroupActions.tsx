import { Button, Textarea } from '@mantine/core';
import { Dialog, say, useErrorSentence } from '@plenary/ground/web';
import { groupLimits } from '@plenary/groups/domain';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChangeGroup, useJoinGroup, useLeaveGroup, type GroupDetail } from '../api/use-managing-groups';
import classes from './groups.module.css';
import { GroupForm } from './GroupForm';

/** What the reader can do with a group: come in, go, change it, put it away and take it up again. */
export function GroupActions({ group }: { group: GroupDetail }) {
  const { t } = useTranslation('groups');
  const change = useChangeGroup(group.id);
  const [editing, setEditing] = useState(false);
  const archive = (archived: boolean) =>
    change.mutate(
      { archived },
      {
        onSuccess: () =>
          say(t(archived ? 'archived.done' : 'reopened.done'), {
            action: archived ? { label: t('common:undo'), run: () => archive(false) } : undefined,
          }),
      },
    );
  const { sentence } = useErrorSentence(editing ? null : change.error);
  return (
    <>
      {group.may.join && !group.hasAsked && <Join group={group} />}
      {(group.myRole !== null || group.hasAsked) && <Leave group={group} />}
      {group.may.lead && (
        <>
          <Button variant="default" onClick={() => setEditing(true)}>
            {t('change')}
          </Button>
          <Button variant="default" loading={change.isPending} onClick={() => archive(!group.isArchived)}>
            {t(group.isArchived ? 'reopen' : 'archive')}
          </Button>
          <GroupForm
            title={t('change')}
            opened={editing}
            group={group}
            pending={change.isPending}
            error={editing ? change.error : null}
            onClose={() => setEditing(false)}
            onSave={(fields) => change.mutate(fields, { onSuccess: () => setEditing(false) })}
          />
        </>
      )}
      {sentence && <p role="alert">{sentence}</p>}
    </>
  );
}

/** Into an open group at once; of a closed one its leads are asked. */
function Join({ group }: { group: GroupDetail }) {
  const { t } = useTranslation('groups');
  const join = useJoinGroup(group.id);
  const [asking, setAsking] = useState(false);
  const [note, setNote] = useState('');
  const { sentence } = useErrorSentence(join.error);
  const isOpen = group.access === 'open';
  const send = () =>
    join.mutate(note, {
      onSuccess: ({ done }) => {
        setAsking(false);
        const asked = group.leads.length > 0 ? 'asked.done' : 'asked.coordinators';
        say(t(done === 'joined' ? 'joined.done' : asked));
      },
    });
  return (
    <>
      <Button loading={join.isPending} onClick={() => (isOpen ? send() : setAsking(true))}>
        {t(isOpen ? 'join' : 'ask')}
      </Button>
      {isOpen && sentence && <p role="alert">{sentence}</p>}
      <Dialog
        title={t('ask.title', { group: group.name })}
        opened={asking}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button variant="default" onClick={() => setAsking(false)}>
              {t('common:cancel')}
            </Button>
            <Button loading={join.isPending} onClick={send}>
              {t('ask')}
            </Button>
          </>
        }
      >
        <div className={classes.form}>
          <Textarea
            label={t('ask.note')}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
            maxLength={groupLimits.noteLength}
            error={sentence || undefined}
            rows={3}
            dir="auto"
          />
        </div>
      </Dialog>
    </>
  );
}

/** What stands in the way of coming back by oneself, as the words that say it. */
const hardToReturn = ({ myRole, access, isArchived }: GroupDetail): string[] => [
  ...(myRole === 'lead' ? ['leave.lead'] : []),
  ...(myRole !== null && access === 'closed' ? ['leave.closed'] : []),
  ...(myRole !== null && isArchived ? ['leave.archived'] : []),
];

/** Takes back a request at once, and leaves at once where one can simply join again; otherwise it asks first. */
function Leave({ group }: { group: GroupDetail }) {
  const { t } = useTranslation('groups');
  const leave = useLeaveGroup(group.id);
  const [asking, setAsking] = useState(false);
  const { sentence } = useErrorSentence(leave.error);
  const label = t(group.hasAsked ? 'ask.withdraw' : 'leave');
  const warnings = hardToReturn(group);
  const go = () => {
    leave.mutate(undefined, { onSuccess: () => say(t(group.hasAsked ? 'ask.withdrawn' : 'left.done')) });
    setAsking(false);
  };
  return (
    <>
      <Button
        variant="default"
        loading={leave.isPending}
        onClick={() => (warnings.length > 0 ? setAsking(true) : go())}
      >
        {label}
      </Button>
      {sentence && <p role="alert">{sentence}</p>}
      <Dialog
        title={t('leave.title', { group: group.name })}
        opened={asking}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button variant="default" onClick={() => setAsking(false)}>
              {t('common:cancel')}
            </Button>
            <Button color="red" onClick={go}>
              {label}
            </Button>
          </>
        }
      >
        {warnings.map((each) => (
          <p key={each}>{t(each)}</p>
        ))}
      </Dialog>
    </>
  );
}
