import { Textarea } from '@mantine/core';
import { organisationLimits } from '@plenary/organisations/domain';
import classes from './forms.module.css';

interface Props {
  label: string;
  description?: string;
  value: string;
  onChange: (reason: string) => void;
  rows?: number;
  /** Why the action that it belongs to was refused. */
  problem: string;
}

/** Why something is done, as it goes on record; and, under it, why it was not. */
export function ReasonField({ label, description, value, onChange, rows = 3, problem }: Props) {
  return (
    <>
      <Textarea
        label={label}
        description={description}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        maxLength={organisationLimits.reasonLength}
        rows={rows}
        dir="auto"
      />
      {problem && (
        <p role="alert" className={classes.problem}>
          {problem}
        </p>
      )}
    </>
  );
}
