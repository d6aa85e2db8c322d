import type { en } from './en.js';

export const ar: typeof en = {
  reader: 'قارئ',
  suggestion: 'اقتراح {{number}}',
  deleted: 'حُذف هذا التعليق.',
  'outcome.taken': 'أُخذ به',
  'outcome.taken_in_part': 'أُخذ به جزئيًا',
  'outcome.not_taken': 'لم يؤخذ به',
  'outcome.noted': 'أُحيط به علمًا',
  gone: 'عن «{{words}}» الذي لم يعد في النص:',
  suggested: 'اقتراح:',
  replace: 'بدلًا من «{{out}}»: «{{into}}»',
  delete: 'حذف «{{out}}»',
  insert: 'إضافة «{{into}}»',
  paragraph: 'فقرة جديدة: «{{into}}»',
  removed: 'حذف الفقرة «{{words}}»',
  joined: 'ضم «{{words}}» إلى الفقرة السابقة',
  moved: 'نقل الفقرة «{{words}}» إلى موضع آخر',
  attribute: 'تغيير طريقة عرض الفقرة «{{words}}»',
  format: 'تغيير تنسيق «{{words}}»',
  note: 'كلمات أخرى لحاشية: «{{into}}»',
};
