import type { TrackedIn } from '@plenary/exchange/domain';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { asRefusal } from '../reading/on-this-device';
import { readFile } from '../reading/read-file';

/** Reads a file on this device. */
export function useReadFile() {
  const { i18n } = useTranslation();
  return useMutation({
    networkMode: 'always',
    mutationFn: ({ file, tracked }: { file: File; tracked: TrackedIn }) =>
      asRefusal(() => readFile(file, tracked, i18n.language)),
  });
}
