import type { en } from './en.js';

export const ar: typeof en = {
  'reset.subject': 'اختر كلمة مرور جديدة',
  'reset.line': 'طلب أحدهم كلمة مرور جديدة لحسابك في Plenary. إن كنت أنت، فاخترها هنا خلال ساعتين.',
  'reset.action': 'اختيار كلمة مرور جديدة',
  'reset.after': 'إن لم تكن أنت، فلا تفعل شيئًا: تبقى كلمة مرورك كما هي.',
  'changed.subject': 'تغيّرت كلمة مرورك',
  'changed.line':
    'تغيّرت كلمة مرور حسابك في Plenary وأُغلقت جلساتك الأخرى. إن لم تكن أنت، فاطلب كلمة مرور جديدة فورًا وأخبر المنسّقين.',
  'changed.action': 'طلب كلمة مرور جديدة',
  'address-old.subject': 'سيتغيّر عنوانك',
  'address-old.line':
    'يريد شخص مسجّل الدخول إلى حسابك في Plenary تغيير عنوانه إلى {{email}}. أكّد ذلك هنا إن كنت أنت؛ ويجب أن يؤكد العنوان الجديد أيضًا.',
  'address-old.action': 'تأكيد التغيير',
  'address-old.after': 'إن لم تكن أنت، فلا تؤكد وغيّر كلمة مرورك فورًا.',
  'address-new.subject': 'أكّد عنوانك الجديد',
  'address-new.line':
    'سيصبح هذا العنوان عنوان حساب في Plenary. أكّده هنا خلال يوم؛ ويجب أن يؤكد العنوان الحالي أيضًا.',
  'address-new.action': 'تأكيد هذا العنوان',
  'address-new.after': 'إن كنت لا تعرف شيئًا عن هذا، فلا تفعل شيئًا.',
  'address-taken.subject': 'لهذا العنوان حساب بالفعل',
  'address-taken.line':
    'أراد أحدهم استعمال هذا العنوان لحساب آخر في Plenary. إنه عنوان حسابك بالفعل، فلم يتغيّر شيء.',
  'new-device.subject': 'تسجيل دخول جديد إلى حسابك',
  'new-device.line':
    'سجّل أحدهم الدخول إلى حسابك في Plenary باستعمال {{device}}. إن كنت أنت، فلا حاجة إلى شيء. وإلا فأنهِ تلك الجلسة في صفحة حسابك وغيّر كلمة مرورك.',
  'new-device.action': 'أين أنت مسجّل الدخول',
  'welcome.subject': 'حسابك في {{coalition}}',
  'welcome.line':
    'أنشأ منسّقو {{coalition}} حسابًا لك. اختر كلمة مرور خلال 14 يومًا؛ وبعد ذلك اطلب رسالة جديدة من صفحة تسجيل الدخول.',
  'welcome.action': 'اختيار كلمة مرور',
  'factor-added-authenticator.subject': 'أُضيف عامل ثانٍ',
  'factor-added-authenticator.line':
    'أُضيف إلى حسابك في Plenary تطبيق يعرض رموزًا. من الآن تدخل بكلمة المرور ورمز. إن لم تكن أنت من فعل ذلك فاطلب كلمة مرور جديدة فورًا وأبلغ المنسّقين.',
  'factor-added-authenticator.action': 'افتح حسابك',
  'factor-added-passkey.subject': 'أُضيف مفتاح مرور',
  'factor-added-passkey.line':
    'أُضيف مفتاح مرور إلى حسابك في Plenary، وهو يُدخلك دون كلمة مرور. إن لم تكن أنت من فعل ذلك فاطلب كلمة مرور جديدة فورًا وأبلغ المنسّقين.',
  'factor-added-passkey.action': 'افتح حسابك',
  'factor-removed-authenticator.subject': 'أُزيل عاملك الثاني',
  'factor-removed-authenticator.line':
    'أُزيل تطبيق الرموز من حسابك في Plenary. إن لم تكن أنت من فعل ذلك فاطلب كلمة مرور جديدة فورًا وأبلغ المنسّقين.',
  'factor-removed-authenticator.action': 'افتح حسابك',
  'factor-removed-passkey.subject': 'أُزيل مفتاح مرور',
  'factor-removed-passkey.line':
    'أُزيل مفتاح مرور من حسابك في Plenary. إن لم تكن أنت من فعل ذلك فاطلب كلمة مرور جديدة فورًا وأبلغ المنسّقين.',
  'factor-removed-passkey.action': 'افتح حسابك',
  'recovery-begun.subject': 'يقول أحدهم إنك فقدت جهازك',
  'recovery-begun.line':
    'يقول شخص من تحالفك إنك فقدت الجهاز الذي تدخل به. حين يوافق شخص ثانٍ يُزال عاملك الثاني بعد يومين. إن لم تفقده فأوقف ذلك هنا.',
  'recovery-begun.action': 'إيقاف',
  'recovery-confirmed.subject': 'يُزال عاملك الثاني بعد يومين',
  'recovery-confirmed.line':
    'يقول شخصان من تحالفك إنك فقدت الجهاز الذي تدخل به. بعد يومين يمكنك الدخول بكلمة المرور وحدها وإعداد جهاز جديد. إن لم تفقده فأوقف ذلك هنا.',
  'recovery-confirmed.action': 'إيقاف',
  'recovery-operator.subject': 'أُعيد فتح طريق دخولك',
  'recovery-operator.line':
    'أزال من يدير هذا التثبيت من Plenary وسيلتك الثانية للدخول، وأنهى جلساتك كلها، وأنشأ رابطًا لاختيار كلمة مرور جديدة. إن لم تطلب ذلك فأخبر بقية المنسقين فورًا.',
  'outside-removed.subject': 'أُزيلت طريقة للدخول',
  'outside-removed.line':
    'لم يعد الدخول إلى حسابك في Plenary ممكنًا عبر مزوّد آخر. إن لم تفعل ذلك فاطلب كلمة مرور جديدة فورًا وأخبر المنسقين.',
  'outside-removed.action': 'عرض حسابك',
  'key-made.subject': 'أُنشئ مفتاح للبرامج',
  'key-made.line':
    'أُنشئ لحسابك في Plenary مفتاح باسم «{{name}}». من يملكه يفعل ما تفعله بلا كلمة مرور. إن لم تنشئه فأنهِه من صفحة حسابك وغيّر كلمة مرورك.',
  'key-made.action': 'عرض مفاتيحك',
  'codes-guessed.subject': 'ربما عرف أحدهم كلمة مرورك',
  'codes-guessed.line':
    'تجاوز أحدهم كلمة مرورك في Plenary وجرّب عدة رموز خاطئة، فمنعته وسيلتك الثانية. إن لم تكن أنت فاختر الآن كلمة مرور جديدة.',
  'codes-guessed.action': 'اختيار كلمة مرور جديدة',
  'recovery-lapsed.subject': 'انتهت المساعدة على جهاز مفقود',
  'recovery-lapsed.line':
    'قيل إنك فقدت الجهاز الذي تدخل به، ولم يتبع ذلك شيء في وقته. وسيلتك الثانية كما كانت. إن لزمت المساعدة بعد فلتُطلب من جديد.',
  'outside-linked.subject': 'طريقة جديدة للدخول',
  'outside-linked.line':
    'صار الدخول إلى حسابك في Plenary ممكنًا عبر {{provider}}. إن لم تكن أنت من فعل ذلك فأبلغ المنسّقين فورًا.',
  'outside-linked.action': 'افتح حسابك',
  'left.subject': 'غادرت Plenary',
  'left.line':
    'أُغلق حسابك ومُحي ما فيه من بيانات شخصية. ما كتبته للتحالف يبقى دون اسمك. هذه آخر رسالة إلى هذا العنوان.',
  'former-member': 'عضو سابق',
};
