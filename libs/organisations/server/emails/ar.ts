import type { en } from './en.js';

export const ar: typeof en = {
  'mandate-vote.subject': 'يحق لـ{{person}} التصويت باسم {{organisation}}',
  'mandate-vote.line':
    'مُنح {{person}} تفويض التصويت باسم {{organisation}}. إن كان ذلك خطأ فيمكن إنهاؤه في صفحة المنظمة.',
  'mandate-vote.action': 'فتح صفحة المنظمة',
  'mandate-sign.subject': 'يحق لـ{{person}} التوقيع باسم {{organisation}}',
  'mandate-sign.line':
    'مُنح {{person}} تفويض التوقيع باسم {{organisation}}. إن كان ذلك خطأ فيمكن إنهاؤه في صفحة المنظمة.',
  'mandate-sign.action': 'فتح صفحة المنظمة',
  'mandate-alternate-vote.subject': '{{person}} مناوب عن {{organisation}} في التصويت',
  'mandate-alternate-vote.line':
    'يحق لـ{{person}} التصويت باسم {{organisation}} حين لا يحضر أحد من أصحاب تفويضها. إن كان ذلك خطأ فيمكن إنهاؤه في صفحة المنظمة.',
  'mandate-alternate-vote.action': 'فتح صفحة المنظمة',
  'mandate-alternate-sign.subject': '{{person}} مناوب عن {{organisation}} في التوقيع',
  'mandate-alternate-sign.line':
    'يحق لـ{{person}} التوقيع باسم {{organisation}} حين لا يحضر أحد من أصحاب تفويضها. إن كان ذلك خطأ فيمكن إنهاؤه في صفحة المنظمة.',
  'mandate-alternate-sign.action': 'فتح صفحة المنظمة',
  'mandate-ended-vote.subject': 'لم يعد {{person}} يصوّت باسم {{organisation}}',
  'mandate-ended-vote.line': 'انتهى تفويض {{person}} بالتصويت باسم {{organisation}}.',
  'mandate-ended-vote.action': 'فتح صفحة المنظمة',
  'mandate-ended-sign.subject': 'لم يعد {{person}} يوقّع باسم {{organisation}}',
  'mandate-ended-sign.line': 'انتهى تفويض {{person}} بالتوقيع باسم {{organisation}}.',
  'mandate-ended-sign.action': 'فتح صفحة المنظمة',
  'mandate-one-ended-vote-holds.subject': 'انتهى أحد تفويضات {{person}} باسم {{organisation}}',
  'mandate-one-ended-vote-holds.line':
    'انتهى أحد تفويضات {{person}} بالتصويت باسم {{organisation}}، وما زال تفويض آخر ساريًا: ويبقى لـ{{person}} حق التصويت باسمها.',
  'mandate-one-ended-vote-holds.action': 'فتح صفحة المنظمة',
  'mandate-one-ended-vote-alternate.subject': 'لـ{{person}} التصويت باسم {{organisation}} بالمناوبة فقط',
  'mandate-one-ended-vote-alternate.line':
    'انتهى تفويض {{person}} بالتصويت باسم {{organisation}}. ويبقى لـ{{person}}، بالمناوبة، التصويت باسمها حين لا يحضر أحد من أصحاب تفويضها.',
  'mandate-one-ended-vote-alternate.action': 'فتح صفحة المنظمة',
  'mandate-one-ended-vote-ahead.subject': 'انتهى أحد تفويضات {{person}} باسم {{organisation}}',
  'mandate-one-ended-vote-ahead.line':
    'انتهى تفويض {{person}} بالتصويت باسم {{organisation}}. ويبدأ تفويض آخر لاحقًا؛ وإلى ذلك الحين لا يحق لـ{{person}} التصويت باسمها.',
  'mandate-one-ended-vote-ahead.action': 'فتح صفحة المنظمة',
  'mandate-one-ended-sign-holds.subject': 'انتهى أحد تفويضات {{person}} باسم {{organisation}}',
  'mandate-one-ended-sign-holds.line':
    'انتهى أحد تفويضات {{person}} بالتوقيع باسم {{organisation}}، وما زال تفويض آخر ساريًا: ويبقى لـ{{person}} حق التوقيع باسمها.',
  'mandate-one-ended-sign-holds.action': 'فتح صفحة المنظمة',
  'mandate-one-ended-sign-alternate.subject': 'لـ{{person}} التوقيع باسم {{organisation}} بالمناوبة فقط',
  'mandate-one-ended-sign-alternate.line':
    'انتهى تفويض {{person}} بالتوقيع باسم {{organisation}}. ويبقى لـ{{person}}، بالمناوبة، التوقيع باسمها حين لا يحضر أحد من أصحاب تفويضها.',
  'mandate-one-ended-sign-alternate.action': 'فتح صفحة المنظمة',
  'mandate-one-ended-sign-ahead.subject': 'انتهى أحد تفويضات {{person}} باسم {{organisation}}',
  'mandate-one-ended-sign-ahead.line':
    'انتهى تفويض {{person}} بالتوقيع باسم {{organisation}}. ويبدأ تفويض آخر لاحقًا؛ وإلى ذلك الحين لا يحق لـ{{person}} التوقيع باسمها.',
  'mandate-one-ended-sign-ahead.action': 'فتح صفحة المنظمة',
  'state-suspended.subject': 'عُلّقت عضوية {{organisation}} في {{coalition}}',
  'state-suspended.line':
    'علّق {{by}}، من منسّقي {{coalition}}، عضوية {{organisation}}. إلى أن ينتهي التعليق لا يتحدث أحد باسمها ولا يكتب ولا يوقّع. يبقى ما فعلته مسجَّلًا، ويحتفظ أفرادها بحساباتهم.',
  'state-suspended.line.1': 'السبب المذكور: {{reason}}',
  'state-suspended.action': 'فتح صفحة المنظمة',
  'state-suspended.after': 'للأسئلة يمكن الرجوع إلى منسّقي التحالف.',
  'state-left.subject': 'غادرت {{organisation}} تحالف {{coalition}}',
  'state-left.line':
    'سجّل {{by}}، من منسّقي {{coalition}}، أن {{organisation}} غادرت. لم يعد أحد يتحدث باسمها ولا يكتب ولا يوقّع. يبقى ما فعلته مسجَّلًا، ويحتفظ أفرادها بحساباتهم.',
  'state-left.line.1': 'السبب المذكور: {{reason}}',
  'state-left.action': 'فتح صفحة المنظمة',
  'state-left.after': 'إن كان ذلك خطأ فيلزم إبلاغ منسّقي التحالف.',
  'state-reinstated.subject': 'انتهى تعليق {{organisation}}',
  'state-reinstated.line':
    'أنهى {{by}}، من منسّقي {{coalition}}، تعليق {{organisation}}. يتحدث أفرادها باسمها ويكتبون ويوقّعون من جديد.',
  'state-reinstated.line.1': 'السبب المذكور: {{reason}}',
  'state-reinstated.action': 'فتح صفحة المنظمة',
  'state-returned.subject': 'عادت {{organisation}} إلى {{coalition}}',
  'state-returned.line':
    'قبل {{by}}، من منسّقي {{coalition}}، {{organisation}} من جديد. يتحدث أفرادها باسمها ويكتبون ويوقّعون.',
  'state-returned.line.1': 'السبب المذكور: {{reason}}',
  'state-returned.action': 'فتح صفحة المنظمة',
  'merged.subject': 'تستمر {{organisation}} باسم {{into}}',
  'merged.line':
    'دمج {{by}}، من منسّقي {{coalition}}، سجل {{organisation}} في {{into}}. أفرادها وتفويضاتها هناك الآن، ويبقى ما فعلته مسجَّلًا باسمها.',
  'merged.line.1': 'السبب المذكور: {{reason}}',
  'merged.action': 'فتح صفحة المنظمة',
  'merged.after': 'إن كان ذلك خطأ فيلزم إبلاغ منسّقي التحالف.',
  'member-joined.subject': 'يعمل {{person}} الآن باسم {{organisation}}',
  'member-joined.line':
    'قبل {{person}} دعوة وصار يعمل باسم {{organisation}} بصفة: {{role}}. إن كان ذلك خطأ فيمكن تغييره في صفحة المنظمة.',
  'member-joined.action': 'فتح صفحة المنظمة',
  'member-changed.subject': 'تغيّر دور {{person}} في {{organisation}}',
  'member-changed.line':
    'غيّر {{by}} دور {{person}} في {{organisation}} إلى: {{role}}. إن كان ذلك خطأ فيمكن تغييره في صفحة المنظمة.',
  'member-changed.action': 'فتح صفحة المنظمة',
  'member-removed.subject': 'لم يعد {{person}} يعمل باسم {{organisation}}',
  'member-removed.line': 'أزال {{by}} {{person}} من {{organisation}}. يبقى ما كتبه مع اسم كاتبه.',
  'member-removed.action': 'فتح صفحة المنظمة',
  'member-left.subject': 'غادر {{person}} منظمة {{organisation}}',
  'member-left.line': 'لم يعد {{person}} يعمل باسم {{organisation}}. يبقى ما كتبه مع اسم كاتبه.',
  'member-left.action': 'فتح صفحة المنظمة',
  'you-changed.subject': 'تغيّر دورك في {{organisation}}',
  'you-changed.line': 'غيّر {{by}} دورك في {{organisation}} إلى: {{role}}.',
  'you-changed.action': 'فتح صفحة المنظمة',
  'you-changed.after': 'إن كان السبب غير معروف فيمكن سؤال جهات الاتصال في المنظمة.',
  'you-removed.subject': 'انتهى عملك باسم {{organisation}}',
  'you-removed.line': 'أزالك {{by}} من {{organisation}}. يبقى ما كتبته باسمك، ويبقى حسابك.',
  'you-removed.after': 'إن كان السبب غير معروف فيمكن سؤال جهات الاتصال في المنظمة أو منسّقي التحالف.',
  'operator-help.subject': 'أعاد مدير التثبيت ضبط دخول {{person}}',
  'operator-help.line':
    'أزال من يدير هذا التثبيت من Plenary العامل الثاني لـ{{person}}، من المنسّقين، وأنشأ رابطًا لاختيار كلمة مرور جديدة. إن كان السبب غير معروف فيلزم سؤال {{person}} ومدير التثبيت فورًا.',
};
