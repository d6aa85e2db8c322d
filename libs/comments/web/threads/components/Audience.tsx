import { NativeSelect } from '@mantine/core';
import { audiences, type ThreadAudience } from '@plenary/comments/domain';
import { useMembership } from '@plenary/organisations/web';
import { IconLock, IconUsersGroup } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './Thread.module.css';

interface Props {
  value: ThreadAudience;
  onChange: (value: ThreadAudience) => void;
}

/** Who is going to read a thread; chosen when it is begun. */
export function AudienceChoice({ value, onChange }: Props) {
  const { t } = useTranslation('comments-threads');
  const { data } = useMembership();
  const organisation = data?.actingFor?.name;
  const offered = audiences.filter((each) => each !== 'organisation' || organisation);
  return (
    <NativeSelect
      label={t('audience')}
      size="xs"
      value={value}
      data={offered.map((each) => ({ value: each, label: t(`audience.${each}`, { organisation }) }))}
      onChange={({ currentTarget }) => onChange(currentTarget.value as ThreadAudience)}
    />
  );
}

/** Who reads it; said where that is not everybody. */
export function AudienceLine({
  audience,
  organisation,
}: {
  audience: ThreadAudience;
  organisation: string | null;
}) {
  const { t } = useTranslation('comments-threads');
  if (audience === 'readers') return null;
  const Icon = audience === 'organisation' ? IconUsersGroup : IconLock;
  const words =
    audience === 'organisation' && !organisation
      ? t('audience.organisation.unnamed')
      : t(`audience.${audience}`, { organisation });
  return (
    <p className={classes.audience}>
      <Icon size={14} stroke={1.75} aria-hidden />
      <span>{words}</span>
    </p>
  );
}
