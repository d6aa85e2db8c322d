export const es = {
  'request.subject': '{{person}} pide unirse a {{group}}',
  'request.line':
    '{{person}} pide unirse al grupo de trabajo {{group}}. Acepte o rechace en la página del grupo.',
  'request.action': 'Abrir el grupo',
  'accepted.subject': 'Ya está en {{group}}',
  'accepted.line': 'Las personas responsables del grupo de trabajo {{group}} le aceptaron.',
  'accepted.action': 'Abrir el grupo',
  'declined.subject': 'Su solicitud para unirse a {{group}}',
  'declined.line':
    'Las personas responsables del grupo de trabajo {{group}} no le aceptaron esta vez. Escríbales si tiene preguntas.',
  'declined.action': 'Abrir el grupo',
};
