import type { en } from './en.js';

export const ar: typeof en = {
  'invited.subject': '{{coalition}}: دعوة للعمل باسم {{organisation}}',
  'invited.line':
    'هذه دعوة من {{by}} إلى المشاركة في {{coalition}} باسم {{organisation}}. هناك يكتب التحالف بياناته المشتركة ويناقشها ويتفق عليها.',
  'invited.action': 'قبول الدعوة',
  'invited.after':
    'الدعوة لهذا العنوان وتعمل مرة واحدة، وتسري حتى {{until}}. إن لم تكن الدعوة مفهومة فلا حاجة إلى فعل شيء.',
  'invited-coalition.subject': 'دعوة إلى {{coalition}}',
  'invited-coalition.line':
    'هذه دعوة من {{by}} إلى المشاركة في {{coalition}}، حيث يكتب تحالف من المنظمات بياناته المشتركة ويناقشها ويتفق عليها.',
  'invited-coalition.action': 'قبول الدعوة',
  'invited-coalition.after':
    'الدعوة لهذا العنوان وتعمل مرة واحدة، وتسري حتى {{until}}. إن لم تكن الدعوة مفهومة فلا حاجة إلى فعل شيء.',
  'joining.subject': 'تأكيد عنوانك للانضمام إلى {{coalition}}',
  'joining.line':
    'وصل طلب للانضمام إلى {{coalition}} بهذا العنوان، ونرجو أن يكون منك. يُؤكَّد العنوان خلال يوم، ثم يكون تسجيل الدخول بكلمة المرور المختارة.',
  'joining.action': 'تأكيد وانضمام',
  'joining.after': 'إن لم يكن الطلب منك فلا حاجة إلى فعل شيء: لا يُنشأ أي حساب.',
  'joining-known.subject': 'لديك حساب في {{coalition}} بالفعل',
  'joining-known.line':
    'وصل طلب للانضمام إلى {{coalition}} بهذا العنوان، ونرجو أن يكون منك. لهذا العنوان حساب. لقبول الدعوة يلزم فتحها مرة أخرى وتسجيل الدخول.',
  'joining-known.action': 'فتح الدعوة',
  'apply.subject': 'تأكيد طلب الانضمام إلى {{coalition}}',
  'apply.line':
    'وصل طلب لانضمام {{organisation}} إلى {{coalition}}، ونرجو أن يكون منك. يُؤكَّد هذا العنوان خلال ثلاثة أيام؛ عندها فقط يُنظر في الطلب.',
  'apply.action': 'تأكيد الطلب',
  'apply.after': 'إن لم يكن الطلب منك فلا حاجة إلى فعل شيء: يُنسى الطلب.',
  'apply-accepted.subject': 'قُبلت {{organisation}} في {{coalition}}',
  'apply-accepted.line':
    'نظر {{coalition}} في طلب {{organisation}} وقبله. وهذه دعوة من {{by}} لتولي دور جهة الاتصال فيها، وهي التي تحدد من يعمل باسمها أيضًا.',
  'apply-accepted.action': 'قبول الدعوة',
  'apply-accepted.after': 'الدعوة لهذا العنوان وتعمل مرة واحدة، وتسري حتى {{until}}.',
  'apply-refused.subject': 'طلب {{organisation}}',
  'apply-refused.line': 'نظر {{coalition}} في طلب {{organisation}} ولم يقبله.',
  'apply-refused.line.1': '{{reason}}',
  'application.subject': 'تطلب {{organisation}} الانضمام إلى {{coalition}}',
  'application.line': 'أكّد {{person}} طلبًا باسم {{organisation}}، وهو ينتظر النظر فيه.',
  'application.action': 'فتح الطلبات',
};
