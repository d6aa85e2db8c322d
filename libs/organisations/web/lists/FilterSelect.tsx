import { NativeSelect } from '@mantine/core';

interface Props<Value extends string> {
  label: string;
  /** What stands there while nothing is filtered. */
  all: string;
  value: Value | undefined;
  options: readonly (readonly [Value, string])[];
  onChange: (value: Value | undefined) => void;
}

/** One filter above a list. */
export function FilterSelect<Value extends string>({ label, all, value, options, onChange }: Props<Value>) {
  return (
    <NativeSelect
      aria-label={label}
      value={value ?? ''}
      onChange={(event) => onChange((event.currentTarget.value || undefined) as Value | undefined)}
      data={[{ value: '', label: all }, ...options.map(([each, words]) => ({ value: each, label: words }))]}
    />
  );
}
