import { Textarea } from '@mantine/core';
import { suggestionLimits } from '@plenary/comments/domain';

interface Props {
  label: string;
  description: string;
  value: string;
  minRows: number;
  onChange: (reason: string) => void;
}

/** Why something is suggested, or rejected. */
export const ReasonField = ({ onChange, ...field }: Props) => (
  <Textarea
    {...field}
    maxLength={suggestionLimits.reasonLength}
    autosize
    dir="auto"
    onChange={({ currentTarget }) => onChange(currentTarget.value)}
  />
);
