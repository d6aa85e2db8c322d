import type { en } from './en.js';

export const ar: typeof en = {
  'invited.subject': '{{coalition}}: دعوة للعمل باسم {{organisation}}',
  'invited.line':
    'هذه دعوة من {{by}} إلى المشاركة في {{coalition}} باسم {{organisation}}. هناك يكتب التحالف بياناته المشتركة ويناقشها ويتفق عليها.',
  'invited.action': 'قبول الدعوة',
  'invited.after':
    'الدعوة لهذا العنوان وتعمل مرة واحدة، وتسري حتى {{until}}. إن كنت لا تعرف شيئًا عنها، فلا تفعل شيئًا.',
  'invited-coalition.subject': 'دعوة إلى {{coalition}}',
  'invited-coalition.line':
    'هذه دعوة من {{by}} إلى المشاركة في {{coalition}}، حيث يكتب تحالف من المنظمات بياناته المشتركة ويناقشها ويتفق عليها.',
  'invited-coalition.action': 'قبول الدعوة',
  'invited-coalition.after':
    'الدعوة لهذا العنوان وتعمل مرة واحدة، وتسري حتى {{until}}. إن كنت لا تعرف شيئًا عنها، فلا تفعل شيئًا.',
  'joining.subject': 'أكّد عنوانك للانضمام إلى {{coalition}}',
  'joining.line':
    'يريد أحدهم، ونرجو أن تكون أنت، الانضمام إلى {{coalition}} بهذا العنوان. أكّده خلال يوم، ثم سجّل الدخول بكلمة المرور التي اخترتها.',
  'joining.action': 'تأكيد وانضمام',
  'joining.after': 'إن لم تكن أنت، فلا تفعل شيئًا: لا يُنشأ أي حساب.',
  'joining-known.subject': 'لديك حساب في {{coalition}} بالفعل',
  'joining-known.line':
    'يريد أحدهم، ونرجو أن تكون أنت، الانضمام إلى {{coalition}} بهذا العنوان، وله حساب. افتح الدعوة مرة أخرى وسجّل الدخول لقبولها.',
  'joining-known.action': 'فتح الدعوة',
  'apply.subject': 'أكّد طلب الانضمام إلى {{coalition}}',
  'apply.line':
    'يطلب أحدهم، ونرجو أن تكون أنت، أن تنضم {{organisation}} إلى {{coalition}}. أكّد هذا العنوان خلال ثلاثة أيام؛ عندها فقط يُنظر في الطلب.',
  'apply.action': 'تأكيد الطلب',
  'apply.after': 'إن لم تكن أنت، فلا تفعل شيئًا: يُنسى الطلب.',
  'apply-taken-in.subject': 'قُبلت {{organisation}} في {{coalition}}',
  'apply-taken-in.line':
    'نظر {{coalition}} في طلب {{organisation}} وقبله. وهذه دعوة من {{by}} لتكون جهة الاتصال فيها، وهي التي تحدد من يعمل باسمها أيضًا.',
  'apply-taken-in.action': 'قبول الدعوة',
  'apply-taken-in.after': 'الدعوة لهذا العنوان وتعمل مرة واحدة، وتسري حتى {{until}}.',
  'apply-refused.subject': 'طلب {{organisation}}',
  'apply-refused.line': 'نظر {{coalition}} في طلب {{organisation}} ولم يقبله.',
  'apply-refused.line.1': '{{reason}}',
  'application.subject': 'تطلب {{organisation}} الانضمام إلى {{coalition}}',
  'application.line': 'أكّد {{person}} طلبًا باسم {{organisation}}، وهو ينتظر النظر فيه.',
  'application.action': 'افتح الطلبات',
};
