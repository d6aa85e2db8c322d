export const en = {
  'invited.subject': '{{coalition}}: you are invited to act for {{organisation}}',
  'invited.line':
    '{{by}} invites you to take part in {{coalition}} for {{organisation}}. There the coalition writes, discusses and agrees its joint statements.',
  'invited.action': 'Accept the invitation',
  'invited.after':
    'The invitation is for this address, works once, and holds until {{until}}. If you know nothing of it, do nothing.',
  'invited-coalition.subject': 'You are invited to {{coalition}}',
  'invited-coalition.line':
    '{{by}} invites you to take part in {{coalition}}, where a coalition of organisations writes, discusses and agrees its joint statements.',
  'invited-coalition.action': 'Accept the invitation',
  'invited-coalition.after':
    'The invitation is for this address, works once, and holds until {{until}}. If you know nothing of it, do nothing.',
  'joining.subject': 'Confirm your address to join {{coalition}}',
  'joining.line':
    'Somebody, hopefully you, wants to join {{coalition}} with this address. Confirm it within a day, then sign in with the password you chose.',
  'joining.action': 'Confirm and join',
  'joining.after': 'If it was not you, do nothing: no account is made.',
  'joining-known.subject': 'You have an account at {{coalition}} already',
  'joining-known.line':
    'Somebody, hopefully you, wants to join {{coalition}} with this address, which has an account. Open the invitation again and sign in to accept it.',
  'joining-known.action': 'Open the invitation',
  'apply.subject': 'Confirm your application to {{coalition}}',
  'apply.line':
    'Somebody, hopefully you, applies for {{organisation}} to join {{coalition}}. Confirm this address within three days. Coordinators look at the application only then.',
  'apply.action': 'Confirm the application',
  'apply.after': 'If it was not you, do nothing: the application is forgotten.',
  'apply-accepted.subject': '{{coalition}} has accepted {{organisation}}',
  'apply-accepted.line':
    '{{coalition}} has looked at the application of {{organisation}} and has accepted it. {{by}} invites you to be its focal point, who says who else acts for it.',
  'apply-accepted.action': 'Accept the invitation',
  'apply-accepted.after': 'The invitation is for this address, works once, and holds until {{until}}.',
  'apply-refused.subject': 'The application of {{organisation}}',
  'apply-refused.line':
    '{{coalition}} has looked at the application of {{organisation}} and has not accepted it.',
  'apply-refused.line.1': '{{reason}}',
  'application.subject': '{{organisation}} applies to join {{coalition}}',
  'application.line':
    '{{person}} has confirmed an application for {{organisation}}. It waits for a coordinator to look at it.',
  'application.action': 'See the applications',
};
