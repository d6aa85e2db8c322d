import type { i18n as I18n } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

const steps: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

/** Numbers, dates and names of regions and languages in the language of the interface. */
export function useFormat() {
  const { i18n } = useTranslation();
  const { language } = i18n;
  return useMemo(() => formatsOf(i18n, language), [i18n, language]);
}

function formatsOf(i18n: I18n, language: string) {
  // Western digits also in Arabic, as paragraph numbers and links use them.
  const locale = language === 'ar' ? 'ar-u-nu-latn' : language;
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long' });
  const moment = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  });
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short' });
  const dayAndTime = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  });
  const dateWithYear = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric' });
  const date = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' });
  const isThisYear = (at: Date) => at.getFullYear() === new Date(Date.now()).getFullYear();
  const dateOf = (at: Date) => (isThisYear(at) ? date : dateWithYear).format(at);
  const number = new Intl.NumberFormat(locale);
  const unit = (name: string) =>
    new Intl.NumberFormat(locale, { style: 'unit', unit: name, maximumFractionDigits: 0 });
  const [millisecond, megabyte] = [unit('millisecond'), unit('megabyte')];
  const countries = new Intl.DisplayNames(locale, { type: 'region' });
  const languages = new Intl.DisplayNames(locale, { type: 'language' });
  return {
    number: (value: number): string => number.format(value),
    /** 120 ms */
    milliseconds: (value: number): string => millisecond.format(value),
    /** 85 MB */
    megabytes: (bytes: number): string => megabyte.format(bytes / 1e6),
    /** 23 November 2026 */
    day: (iso: string): string => day.format(new Date(iso)),
    /** 23 November 2026, 21:05 CET: in the reader's own time zone, which it names. */
    moment: (iso: string): string => moment.format(new Date(iso)),
    /** 23 Nov, and of another year 23 Nov 2025. */
    date: (iso: string): string => dateOf(new Date(iso)),
    /** 23 Nov, 21:05, and of another year 23 Nov 2025, 21:05. */
    dateAndTime: (at: number): string =>
      isThisYear(new Date(at)) ? dayAndTime.format(at) : `${dateOf(new Date(at))}, ${time.format(at)}`,
    /** 14:02, and of another day 22 Nov, 14:02. */
    time: (at: number): string => {
      const isToday = new Date(at).toDateString() === new Date(Date.now()).toDateString();
      return (isToday ? time : dayAndTime).format(at);
    },
    /** 3 hours ago */
    ago: (iso: string): string => {
      const seconds = (new Date(iso).getTime() - Date.now()) / 1000;
      const [unit, size] = steps.find(([, length]) => Math.abs(seconds) >= length) ?? ['minute', 60];
      return relative.format(Math.round(seconds / size), unit);
    },
    /** Name of a country by its ISO 3166-1 alpha-2 code: as the United Nations use it, where others name it otherwise. */
    country: (code: string): string => {
      const key = `country.${code}`;
      return i18n.exists(key, { ns: 'common' })
        ? i18n.t(key, { ns: 'common' })
        : (countries.of(code) ?? code);
    },
    /** Name of a language by its BCP 47 tag. */
    language: (tag: string): string => languages.of(tag) ?? tag,
  };
}
