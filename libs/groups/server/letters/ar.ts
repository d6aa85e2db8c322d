export const ar = {
  'request.subject': 'يطلب {{person}} الانضمام إلى {{group}}',
  'request.line':
    'يطلب {{person}} الانضمام إلى مجموعة العمل {{group}}. اقبل الطلب أو ارفضه في صفحة المجموعة.',
  'request.action': 'افتح المجموعة',
  'taken-in.subject': 'أنت الآن في {{group}}',
  'taken-in.line': 'قبلك مسؤولو مجموعة العمل {{group}}.',
  'taken-in.action': 'افتح المجموعة',
  'declined.subject': 'طلبك للانضمام إلى {{group}}',
  'declined.line': 'لم يقبلك مسؤولو مجموعة العمل {{group}} هذه المرة. راسلهم إن كانت لديك أسئلة.',
  'declined.action': 'افتح المجموعة',
};
