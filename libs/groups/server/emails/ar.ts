export const ar = {
  'request.subject': 'يطلب {{person}} الانضمام إلى {{group}}',
  'request.line':
    'يطلب {{person}} الانضمام إلى مجموعة العمل {{group}}. يمكن قبول الطلب أو رفضه في صفحة المجموعة.',
  'request.action': 'فتح المجموعة',
  'accepted.subject': 'تم انضمامك إلى {{group}}',
  'accepted.line': 'قبلك مسؤولو مجموعة العمل {{group}}.',
  'accepted.action': 'فتح المجموعة',
  'declined.subject': 'طلبك للانضمام إلى {{group}}',
  'declined.line': 'لم يقبلك مسؤولو مجموعة العمل {{group}} هذه المرة. تمكن مراسلتهم عند وجود أسئلة.',
  'declined.action': 'فتح المجموعة',
};
