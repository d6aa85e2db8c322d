import type { en } from './en.js';

export const ar: typeof en = {
  'invited.subject': '{{coalition}}: دعوة للعمل باسم {{organisation}}',
  'invited.line':
    'ندعوك إلى المشاركة في {{coalition}} باسم {{organisation}}. هناك يكتب التحالف بياناته المشتركة ويناقشها ويتفق عليها.',
  'invited.action': 'قبول الدعوة',
  'invited.after': 'الدعوة لهذا العنوان وتعمل مرة واحدة. إن كنت لا تعرف شيئًا عنها، فلا تفعل شيئًا.',
  'invited-coalition.subject': 'دعوة إلى {{coalition}}',
  'invited-coalition.line':
    'ندعوك إلى المشاركة في {{coalition}}، حيث يكتب تحالف من المنظمات بياناته المشتركة ويناقشها ويتفق عليها.',
  'invited-coalition.action': 'قبول الدعوة',
  'invited-coalition.after': 'الدعوة لهذا العنوان وتعمل مرة واحدة. إن كنت لا تعرف شيئًا عنها، فلا تفعل شيئًا.',
  'joining.subject': 'أكّد عنوانك للانضمام إلى {{coalition}}',
  'joining.line':
    'يريد أحدهم، ونرجو أن تكون أنت، الانضمام إلى {{coalition}} بهذا العنوان. أكّده خلال يوم، ثم سجّل الدخول بكلمة المرور التي اخترتها.',
  'joining.action': 'تأكيد وانضمام',
  'joining.after': 'إن لم تكن أنت، فلا تفعل شيئًا: لا يُنشأ أي حساب.',
  'joining-known.subject': 'لديك حساب في {{coalition}} بالفعل',
  'joining-known.line':
    'يريد أحدهم، ونرجو أن تكون أنت، الانضمام إلى {{coalition}} بهذا العنوان، وله حساب. افتح الدعوة مرة أخرى وسجّل الدخول لقبولها.',
  'joining-known.action': 'فتح الدعوة',
  'apply.subject': 'أكّد طلب {{organisation}}',
  'apply.line':
    'يطلب أحدهم، ونرجو أن تكون أنت، أن تنضم {{organisation}} إلى {{coalition}}. أكّد هذا العنوان خلال ثلاثة أيام؛ عندها فقط يُنظر في الطلب.',
  'apply.action': 'تأكيد الطلب',
  'apply.after': 'إن لم تكن أنت، فلا تفعل شيئًا: يُنسى الطلب.',
  'apply-refused.subject': 'طلب {{organisation}}',
  'apply-refused.line': 'نظر {{coalition}} في طلب {{organisation}} ولم يقبله.',
  'apply-refused.line.1': '{{reason}}',
  'mandate-vote.subject': 'يحق لـ{{person}} التصويت باسم {{organisation}}',
  'mandate-vote.line':
    'مُنح {{person}} تفويض التصويت باسم {{organisation}}. إن كان ذلك خطأ فأنهِه في صفحة المنظمة.',
  'mandate-vote.action': 'افتح صفحة المنظمة',
  'mandate-sign.subject': 'يحق لـ{{person}} التوقيع باسم {{organisation}}',
  'mandate-sign.line':
    'مُنح {{person}} تفويض التوقيع باسم {{organisation}}. إن كان ذلك خطأ فأنهِه في صفحة المنظمة.',
  'mandate-sign.action': 'افتح صفحة المنظمة',
  'mandate-alternate-vote.subject': '{{person}} مناوب عن {{organisation}} في التصويت',
  'mandate-alternate-vote.line':
    'يحق لـ{{person}} التصويت باسم {{organisation}} حين لا يحضر أحد من أصحاب تفويضها. إن كان ذلك خطأ فأنهِه في صفحة المنظمة.',
  'mandate-alternate-vote.action': 'افتح صفحة المنظمة',
  'mandate-alternate-sign.subject': '{{person}} مناوب عن {{organisation}} في التوقيع',
  'mandate-alternate-sign.line':
    'يحق لـ{{person}} التوقيع باسم {{organisation}} حين لا يحضر أحد من أصحاب تفويضها. إن كان ذلك خطأ فأنهِه في صفحة المنظمة.',
  'mandate-alternate-sign.action': 'افتح صفحة المنظمة',
  'mandate-ended-vote.subject': 'لم يعد {{person}} يصوّت باسم {{organisation}}',
  'mandate-ended-vote.line': 'انتهى تفويض {{person}} بالتصويت باسم {{organisation}}.',
  'mandate-ended-vote.action': 'افتح صفحة المنظمة',
  'mandate-ended-sign.subject': 'لم يعد {{person}} يوقّع باسم {{organisation}}',
  'mandate-ended-sign.line': 'انتهى تفويض {{person}} بالتوقيع باسم {{organisation}}.',
  'mandate-ended-sign.action': 'افتح صفحة المنظمة',
  'look.subject': 'شاهد {{person}} Plenary كما تراه أنت',
  'look.line':
    'يرى {{person}}، من منسّقي الائتلاف، لمدة نصف ساعة على الأكثر ما تراه أنت في Plenary: المنظمات والمجموعات والنصوص المفتوحة لك. لا يستطيع تغيير أي شيء، ولا يرى عنوانك ولا أجهزتك ولا حسابك.',
  'look.line.1': 'السبب المذكور: {{reason}}',
  'look.after': 'إن لم تعرف السبب فاسأله. وهذا مسجَّل أيضًا لبقية المنسّقين.',
};
