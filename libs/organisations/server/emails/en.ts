export const en = {
  'mandate-vote.subject': '{{person}} may vote for {{organisation}}',
  'mandate-vote.line':
    '{{person}} was given the mandate to vote for {{organisation}}. If this is wrong, end it on the organisation’s page.',
  'mandate-vote.action': 'See the organisation',
  'mandate-sign.subject': '{{person}} may sign for {{organisation}}',
  'mandate-sign.line':
    '{{person}} was given the mandate to sign for {{organisation}}. If this is wrong, end it on the organisation’s page.',
  'mandate-sign.action': 'See the organisation',
  'mandate-alternate-vote.subject': '{{person}} is an alternate of {{organisation}} in votes',
  'mandate-alternate-vote.line':
    '{{person}} may vote for {{organisation}} when nobody who holds its mandate is there. If this is wrong, end it on the organisation’s page.',
  'mandate-alternate-vote.action': 'See the organisation',
  'mandate-alternate-sign.subject': '{{person}} is an alternate of {{organisation}} for signing',
  'mandate-alternate-sign.line':
    '{{person}} may sign for {{organisation}} when nobody who holds its mandate is there. If this is wrong, end it on the organisation’s page.',
  'mandate-alternate-sign.action': 'See the organisation',
  'mandate-ended-vote.subject': '{{person}} no longer votes for {{organisation}}',
  'mandate-ended-vote.line': 'The mandate of {{person}} to vote for {{organisation}} was ended.',
  'mandate-ended-vote.action': 'See the organisation',
  'mandate-ended-sign.subject': '{{person}} no longer signs for {{organisation}}',
  'mandate-ended-sign.line': 'The mandate of {{person}} to sign for {{organisation}} was ended.',
  'mandate-ended-sign.action': 'See the organisation',
  'mandate-one-ended-vote-holds.subject': 'One mandate of {{person}} for {{organisation}} was ended',
  'mandate-one-ended-vote-holds.line':
    'One of several mandates of {{person}} to vote for {{organisation}} was ended. Another one holds: {{person}} still votes for it.',
  'mandate-one-ended-vote-holds.action': 'See the organisation',
  'mandate-one-ended-vote-alternate.subject': '{{person}} votes for {{organisation}} as an alternate only',
  'mandate-one-ended-vote-alternate.line':
    'A mandate of {{person}} to vote for {{organisation}} was ended. As an alternate, {{person}} still votes for it when nobody who holds its mandate is there.',
  'mandate-one-ended-vote-alternate.action': 'See the organisation',
  'mandate-one-ended-vote-ahead.subject': 'One mandate of {{person}} for {{organisation}} was ended',
  'mandate-one-ended-vote-ahead.line':
    'A mandate of {{person}} to vote for {{organisation}} was ended. Another one begins later; until then {{person}} does not vote for it.',
  'mandate-one-ended-vote-ahead.action': 'See the organisation',
  'mandate-one-ended-sign-holds.subject': 'One mandate of {{person}} for {{organisation}} was ended',
  'mandate-one-ended-sign-holds.line':
    'One of several mandates of {{person}} to sign for {{organisation}} was ended. Another one holds: {{person}} still signs for it.',
  'mandate-one-ended-sign-holds.action': 'See the organisation',
  'mandate-one-ended-sign-alternate.subject': '{{person}} signs for {{organisation}} as an alternate only',
  'mandate-one-ended-sign-alternate.line':
    'A mandate of {{person}} to sign for {{organisation}} was ended. As an alternate, {{person}} still signs for it when nobody who holds its mandate is there.',
  'mandate-one-ended-sign-alternate.action': 'See the organisation',
  'mandate-one-ended-sign-ahead.subject': 'One mandate of {{person}} for {{organisation}} was ended',
  'mandate-one-ended-sign-ahead.line':
    'A mandate of {{person}} to sign for {{organisation}} was ended. Another one begins later; until then {{person}} does not sign for it.',
  'mandate-one-ended-sign-ahead.action': 'See the organisation',
  'state-suspended.subject': '{{organisation}} is suspended in {{coalition}}',
  'state-suspended.line':
    '{{by}}, who coordinates {{coalition}}, has suspended {{organisation}}. Until the suspension ends nobody speaks, writes or signs for it. What it did stays on record, and its people keep their accounts.',
  'state-suspended.line.1': 'The reason given: {{reason}}',
  'state-suspended.action': 'See the organisation',
  'state-suspended.after': 'If you have questions, ask the coordinators of the coalition.',
  'state-left.subject': '{{organisation}} has left {{coalition}}',
  'state-left.line':
    '{{by}}, who coordinates {{coalition}}, has recorded that {{organisation}} left. Nobody speaks, writes or signs for it any more. What it did stays on record, and its people keep their accounts.',
  'state-left.line.1': 'The reason given: {{reason}}',
  'state-left.action': 'See the organisation',
  'state-left.after': 'If this is wrong, tell the coordinators of the coalition.',
  'state-reinstated.subject': 'The suspension of {{organisation}} has ended',
  'state-reinstated.line':
    '{{by}}, who coordinates {{coalition}}, has ended the suspension of {{organisation}}. Its people speak, write and sign for it again.',
  'state-reinstated.line.1': 'The reason given: {{reason}}',
  'state-reinstated.action': 'See the organisation',
  'state-returned.subject': '{{organisation}} is back in {{coalition}}',
  'state-returned.line':
    '{{by}}, who coordinates {{coalition}}, has accepted {{organisation}} again. Its people speak, write and sign for it.',
  'state-returned.line.1': 'The reason given: {{reason}}',
  'state-returned.action': 'See the organisation',
  'merged.subject': '{{organisation}} goes on as {{into}}',
  'merged.line':
    '{{by}}, who coordinates {{coalition}}, has merged the record of {{organisation}} with {{into}}. Its people and mandates are there now; what it did stays on record under its own name.',
  'merged.line.1': 'The reason given: {{reason}}',
  'merged.action': 'See the organisation',
  'merged.after': 'If this is wrong, tell the coordinators of the coalition.',
  'member-joined.subject': '{{person}} now acts for {{organisation}}',
  'member-joined.line':
    '{{person}} has accepted an invitation and acts for {{organisation}} as {{role}}. If this is wrong, change it on the organisation’s page.',
  'member-joined.action': 'See the organisation',
  'member-changed.subject': '{{person}} has another role in {{organisation}}',
  'member-changed.line':
    '{{by}} has changed what {{person}} is for {{organisation}}: {{role}}. If this is wrong, change it on the organisation’s page.',
  'member-changed.action': 'See the organisation',
  'member-removed.subject': '{{person}} no longer acts for {{organisation}}',
  'member-removed.line':
    '{{by}} has removed {{person}} from {{organisation}}. What the person wrote stays, with its author.',
  'member-removed.action': 'See the organisation',
  'member-left.subject': '{{person}} has left {{organisation}}',
  'member-left.line':
    '{{person}} no longer acts for {{organisation}}. What the person wrote stays, with its author.',
  'member-left.action': 'See the organisation',
  'you-changed.subject': 'Your role in {{organisation}} has changed',
  'you-changed.line': '{{by}} has changed what you are for {{organisation}}: {{role}}.',
  'you-changed.action': 'See the organisation',
  'you-changed.after': 'If you do not know why, ask the focal points of the organisation.',
  'you-removed.subject': 'You no longer act for {{organisation}}',
  'you-removed.line':
    '{{by}} has removed you from {{organisation}}. What you wrote stays under your name, and you keep your account.',
  'you-removed.after':
    'If you do not know why, ask the focal points of the organisation or the coordinators of the coalition.',
  'operator-help.subject': 'The operator reset the sign-in of {{person}}',
  'operator-help.line':
    'Whoever runs this installation of Plenary has removed the second factor of {{person}}, a coordinator, and made a link with which a new password is chosen. If you do not know why, ask {{person}} and the operator at once.',
};
