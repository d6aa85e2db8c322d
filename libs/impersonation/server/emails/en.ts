export const en = {
  'look.subject': '{{person}} sees Plenary as you',
  'look.line':
    '{{person}}, who coordinates the coalition, sees for up to half an hour what you see in Plenary: the organisations, groups and texts that are open to you. They can change nothing, and see neither your address, your devices nor your account.',
  'look.line.1': 'The reason they gave: {{reason}}',
  'look.after': 'If you do not know why, ask them. It is also on record for the other coordinators.',
};
