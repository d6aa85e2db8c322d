import { TextInput } from '@mantine/core';
import { Picker, type PickerOption } from '@plenary/ground/web';
import { zonesByRegion } from '@plenary/identity/web';
import type { Due } from '@plenary/tasks/domain';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cityOf, readersZone } from './due-words';
import classes from './tasks.module.css';

/** As it stands in the fields; an empty day is no due date. */
export interface DueTyped {
  readonly on: string;
  readonly time: string;
  readonly zone: string;
}

export const typedDue = (due: Due | null | undefined): DueTyped => ({
  on: due?.on ?? '',
  time: due?.time ?? '',
  zone: due?.zone ?? readersZone(),
});

export const dueOf = ({ on, time, zone }: DueTyped): Due | null =>
  on === '' ? null : { on, time: time || null, zone: time ? zone : null };

interface Props {
  value: DueTyped;
  error?: string | undefined;
  onChange: (value: DueTyped) => void;
}

/** A day; if it matters, a time of that day, and then the place whose clocks are meant. */
export function DueFields({ value, error, onChange }: Props) {
  const { t } = useTranslation('tasks');
  return (
    <div className={classes.dueFields}>
      <TextInput
        type="date"
        label={t('field.due')}
        value={value.on}
        error={error}
        onChange={(event) => onChange({ ...value, on: event.currentTarget.value })}
      />
      {value.on !== '' && (
        <TextInput
          type="time"
          label={t('field.time')}
          value={value.time}
          onChange={(event) => onChange({ ...value, time: event.currentTarget.value })}
        />
      )}
      {value.on !== '' && value.time !== '' && (
        <PlacePicker zone={value.zone} onChange={(zone) => onChange({ ...value, zone })} />
      )}
    </div>
  );
}

const most = 30;

function PlacePicker({ zone, onChange }: { zone: string; onChange: (zone: string) => void }) {
  const { t, i18n } = useTranslation('tasks');
  const [query, setQuery] = useState('');
  const zones = useMemo(() => [...zonesByRegion(i18n.language, zone).values()].flat(), [i18n.language, zone]);
  const options = useMemo(() => {
    const words = query.toLocaleLowerCase();
    return zones.filter(({ label }) => label.toLocaleLowerCase().includes(words)).slice(0, most);
  }, [zones, query]);
  const chosen: PickerOption = zones.find(({ value }) => value === zone) ?? {
    value: zone,
    label: cityOf(zone),
  };
  return (
    <Picker
      label={t('field.place')}
      description={t('field.place.note')}
      options={options}
      chosen={chosen}
      onSearch={setQuery}
      onChoose={(option) => onChange(option?.value ?? readersZone())}
    />
  );
}
