export const en = {
  'request.subject': '{{person}} asks to join {{group}}',
  'request.line':
    '{{person}} asks to join the working group {{group}}. Accept or decline on the group’s page.',
  'request.action': 'Open the group',
  'accepted.subject': 'You are in {{group}}',
  'accepted.line': 'The leads of the working group {{group}} accepted you.',
  'accepted.action': 'Open the group',
  'declined.subject': 'Your request to join {{group}}',
  'declined.line':
    'The leads of the working group {{group}} did not accept you this time. Write to them if you have questions.',
  'declined.action': 'Open the group',
};
