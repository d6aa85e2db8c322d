import type { en } from './en.js';

export const es: typeof en = {
  'mandate-vote.subject': '{{person}} puede votar por {{organisation}}',
  'mandate-vote.line':
    '{{person}} recibió el mandato de votar por {{organisation}}. Si es un error, termínelo en la página de la organización.',
  'mandate-vote.action': 'Ver la organización',
  'mandate-sign.subject': '{{person}} puede firmar por {{organisation}}',
  'mandate-sign.line':
    '{{person}} recibió el mandato de firmar por {{organisation}}. Si es un error, termínelo en la página de la organización.',
  'mandate-sign.action': 'Ver la organización',
  'mandate-alternate-vote.subject': '{{person}} es suplente de {{organisation}} en votaciones',
  'mandate-alternate-vote.line':
    '{{person}} puede votar por {{organisation}} cuando no está nadie que tenga su mandato. Si es un error, termínelo en la página de la organización.',
  'mandate-alternate-vote.action': 'Ver la organización',
  'mandate-alternate-sign.subject': '{{person}} es suplente de {{organisation}} para firmar',
  'mandate-alternate-sign.line':
    '{{person}} puede firmar por {{organisation}} cuando no está nadie que tenga su mandato. Si es un error, termínelo en la página de la organización.',
  'mandate-alternate-sign.action': 'Ver la organización',
  'mandate-ended-vote.subject': '{{person}} ya no vota por {{organisation}}',
  'mandate-ended-vote.line': 'Se terminó el mandato de {{person}} para votar por {{organisation}}.',
  'mandate-ended-vote.action': 'Ver la organización',
  'mandate-ended-sign.subject': '{{person}} ya no firma por {{organisation}}',
  'mandate-ended-sign.line': 'Se terminó el mandato de {{person}} para firmar por {{organisation}}.',
  'mandate-ended-sign.action': 'Ver la organización',
  'mandate-one-ended-vote-holds.subject': 'Terminó un mandato de {{person}} por {{organisation}}',
  'mandate-one-ended-vote-holds.line':
    'Terminó uno de los mandatos de {{person}} para votar por {{organisation}}. Otro sigue vigente: {{person}} todavía vota por ella.',
  'mandate-one-ended-vote-holds.action': 'Ver la organización',
  'mandate-one-ended-vote-alternate.subject': '{{person}} vota por {{organisation}} solo como suplente',
  'mandate-one-ended-vote-alternate.line':
    'Terminó un mandato de {{person}} para votar por {{organisation}}. Como suplente, {{person}} todavía vota por ella cuando no está presente nadie que tenga su mandato.',
  'mandate-one-ended-vote-alternate.action': 'Ver la organización',
  'mandate-one-ended-vote-ahead.subject': 'Terminó un mandato de {{person}} por {{organisation}}',
  'mandate-one-ended-vote-ahead.line':
    'Terminó un mandato de {{person}} para votar por {{organisation}}. Otro empieza más adelante; hasta entonces {{person}} no vota por ella.',
  'mandate-one-ended-vote-ahead.action': 'Ver la organización',
  'mandate-one-ended-sign-holds.subject': 'Terminó un mandato de {{person}} por {{organisation}}',
  'mandate-one-ended-sign-holds.line':
    'Terminó uno de los mandatos de {{person}} para firmar por {{organisation}}. Otro sigue vigente: {{person}} todavía firma por ella.',
  'mandate-one-ended-sign-holds.action': 'Ver la organización',
  'mandate-one-ended-sign-alternate.subject': '{{person}} firma por {{organisation}} solo como suplente',
  'mandate-one-ended-sign-alternate.line':
    'Terminó un mandato de {{person}} para firmar por {{organisation}}. Como suplente, {{person}} todavía firma por ella cuando no está presente nadie que tenga su mandato.',
  'mandate-one-ended-sign-alternate.action': 'Ver la organización',
  'mandate-one-ended-sign-ahead.subject': 'Terminó un mandato de {{person}} por {{organisation}}',
  'mandate-one-ended-sign-ahead.line':
    'Terminó un mandato de {{person}} para firmar por {{organisation}}. Otro empieza más adelante; hasta entonces {{person}} no firma por ella.',
  'mandate-one-ended-sign-ahead.action': 'Ver la organización',
  'state-suspended.subject': '{{organisation}} está suspendida en {{coalition}}',
  'state-suspended.line':
    '{{by}}, de la coordinación de {{coalition}}, ha suspendido a {{organisation}}. Hasta que termine la suspensión nadie habla, escribe ni firma por ella. Lo que hizo queda registrado y su gente conserva sus cuentas.',
  'state-suspended.line.1': 'El motivo indicado: {{reason}}',
  'state-suspended.action': 'Ver la organización',
  'state-suspended.after': 'Si tiene preguntas, diríjase a la coordinación de la coalición.',
  'state-left.subject': '{{organisation}} ha dejado {{coalition}}',
  'state-left.line':
    '{{by}}, de la coordinación de {{coalition}}, ha registrado que {{organisation}} se fue. Ya nadie habla, escribe ni firma por ella. Lo que hizo queda registrado y su gente conserva sus cuentas.',
  'state-left.line.1': 'El motivo indicado: {{reason}}',
  'state-left.action': 'Ver la organización',
  'state-left.after': 'Si es un error, avise a la coordinación de la coalición.',
  'state-reinstated.subject': 'Terminó la suspensión de {{organisation}}',
  'state-reinstated.line':
    '{{by}}, de la coordinación de {{coalition}}, ha terminado la suspensión de {{organisation}}. Su gente vuelve a hablar, escribir y firmar por ella.',
  'state-reinstated.line.1': 'El motivo indicado: {{reason}}',
  'state-reinstated.action': 'Ver la organización',
  'state-returned.subject': '{{organisation}} ha vuelto a {{coalition}}',
  'state-returned.line':
    '{{by}}, de la coordinación de {{coalition}}, ha aceptado de nuevo a {{organisation}}. Su gente habla, escribe y firma por ella.',
  'state-returned.line.1': 'El motivo indicado: {{reason}}',
  'state-returned.action': 'Ver la organización',
  'merged.subject': '{{organisation}} continúa como {{into}}',
  'merged.line':
    '{{by}}, de la coordinación de {{coalition}}, ha fusionado el registro de {{organisation}} con {{into}}. Su gente y sus mandatos están ahora allí; lo que hizo queda registrado con su nombre.',
  'merged.line.1': 'El motivo indicado: {{reason}}',
  'merged.action': 'Ver la organización',
  'merged.after': 'Si es un error, avise a la coordinación de la coalición.',
  'member-joined.subject': '{{person}} actúa ahora por {{organisation}}',
  'member-joined.line':
    '{{person}} aceptó una invitación y actúa por {{organisation}}. Su función: {{role}}. Si es un error, cámbielo en la página de la organización.',
  'member-joined.action': 'Ver la organización',
  'member-changed.subject': '{{person}} tiene otra función en {{organisation}}',
  'member-changed.line':
    '{{by}} ha cambiado la función de {{person}} en {{organisation}}: {{role}}. Si es un error, cámbielo en la página de la organización.',
  'member-changed.action': 'Ver la organización',
  'member-removed.subject': '{{person}} ya no actúa por {{organisation}}',
  'member-removed.line':
    '{{by}} ha retirado a {{person}} de {{organisation}}. Lo que la persona escribió se conserva, con su autoría.',
  'member-removed.action': 'Ver la organización',
  'member-left.subject': '{{person}} ha dejado {{organisation}}',
  'member-left.line':
    '{{person}} ya no actúa por {{organisation}}. Lo que la persona escribió se conserva, con su autoría.',
  'member-left.action': 'Ver la organización',
  'you-changed.subject': 'Su función en {{organisation}} ha cambiado',
  'you-changed.line': '{{by}} ha cambiado su función en {{organisation}}: {{role}}.',
  'you-changed.action': 'Ver la organización',
  'you-changed.after': 'Si no sabe por qué, pregunte a los puntos focales de la organización.',
  'you-removed.subject': 'Ya no actúa por {{organisation}}',
  'you-removed.line':
    '{{by}} le ha retirado de {{organisation}}. Lo que escribió se conserva con su nombre, y usted conserva su cuenta.',
  'you-removed.after':
    'Si no sabe por qué, pregunte a los puntos focales de la organización o a la coordinación de la coalición.',
  'operator-help.subject': 'Quien administra dejó entrar a {{person}}',
  'operator-help.line':
    'Quien administra esta instalación de Plenary quitó el segundo factor de {{person}}, que coordina, e hizo un enlace para elegir una contraseña nueva. Si no sabe por qué, pregunte enseguida a {{person}} y a quien administra.',
};
