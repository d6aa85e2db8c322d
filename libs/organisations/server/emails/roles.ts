import { emailLanguage } from '@plenary/ground/server';
import type { RepresentativeRole } from '@plenary/organisations/domain';

const words = {
  en: { focal_point: 'focal point', representative: 'representative', member: 'member' },
  es: { focal_point: 'punto focal', representative: 'representante', member: 'integrante' },
  fr: { focal_point: 'point focal', representative: 'représentant·e', member: 'membre' },
  ar: { focal_point: 'جهة الاتصال', representative: 'ممثل', member: 'عضو' },
} as const;

/** What somebody is for an organisation, in the middle of a sentence of an e-mail. */
export const roleInEmail = (role: RepresentativeRole, reader: string): string =>
  words[emailLanguage(reader)][role];
