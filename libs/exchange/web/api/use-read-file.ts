import { DomainError } from '@plenary/ground/kernel';
import { ApiError } from '@plenary/ground/web';
import type { TrackedAs } from '@plenary/exchange/domain';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { readFile } from '../reading/read-file';

/** Reads a file on this device. What it is refused for has a sentence like a refusal of the server's. */
export function useReadFile() {
  const { i18n } = useTranslation();
  return useMutation({
    networkMode: 'always',
    mutationFn: async ({ file, tracked }: { file: File; tracked: TrackedAs }) => {
      try {
        return await readFile(file, tracked, i18n.language);
      } catch (reason) {
        if (reason instanceof DomainError) throw new ApiError(reason.code, reason.status, reason.params);
        throw reason;
      }
    },
  });
}
