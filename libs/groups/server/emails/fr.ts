export const fr = {
  'request.subject': '{{person}} demande à rejoindre {{group}}',
  'request.line':
    '{{person}} demande à rejoindre le groupe de travail {{group}}. Acceptez ou refusez sur la page du groupe.',
  'request.action': 'Ouvrir le groupe',
  'accepted.subject': 'Vous êtes dans {{group}}',
  'accepted.line': 'Les responsables du groupe de travail {{group}} vous ont accepté·e.',
  'accepted.action': 'Ouvrir le groupe',
  'declined.subject': 'Votre demande de rejoindre {{group}}',
  'declined.line':
    'Les responsables du groupe de travail {{group}} ne vous ont pas accepté·e cette fois. Écrivez-leur si vous avez des questions.',
  'declined.action': 'Ouvrir le groupe',
};
