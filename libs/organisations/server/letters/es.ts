import type { en } from './en.js';

export const es: typeof en = {
  'invited.subject': '{{coalition}}: invitación para actuar por {{organisation}}',
  'invited.line':
    'Le invitamos a participar en {{coalition}} en nombre de {{organisation}}. Allí la coalición redacta, debate y acuerda sus declaraciones conjuntas.',
  'invited.action': 'Aceptar la invitación',
  'invited.after':
    'La invitación es para esta dirección y sirve una vez. Si no sabe de qué se trata, no haga nada.',
  'invited-coalition.subject': 'Invitación a {{coalition}}',
  'invited-coalition.line':
    'Le invitamos a participar en {{coalition}}, donde una coalición de organizaciones redacta, debate y acuerda sus declaraciones conjuntas.',
  'invited-coalition.action': 'Aceptar la invitación',
  'invited-coalition.after':
    'La invitación es para esta dirección y sirve una vez. Si no sabe de qué se trata, no haga nada.',
  'joining.subject': 'Confirme su dirección para unirse a {{coalition}}',
  'joining.line':
    'Alguien, ojalá usted, quiere unirse a {{coalition}} con esta dirección. Confírmela en el plazo de un día y después inicie sesión con la contraseña que eligió.',
  'joining.action': 'Confirmar y unirme',
  'joining.after': 'Si no fue usted, no haga nada: no se crea ninguna cuenta.',
  'joining-known.subject': 'Ya tiene una cuenta en {{coalition}}',
  'joining-known.line':
    'Alguien, ojalá usted, quiere unirse a {{coalition}} con esta dirección, que ya tiene cuenta. Abra de nuevo la invitación e inicie sesión para aceptarla.',
  'joining-known.action': 'Abrir la invitación',
  'apply.subject': 'Confirme la solicitud de {{organisation}}',
  'apply.line':
    'Alguien, ojalá usted, solicita que {{organisation}} se una a {{coalition}}. Confirme esta dirección en tres días; solo entonces se examina la solicitud.',
  'apply.action': 'Confirmar la solicitud',
  'apply.after': 'Si no fue usted, no haga nada: la solicitud se olvida.',
  'apply-refused.subject': 'La solicitud de {{organisation}}',
  'apply-refused.line': '{{coalition}} ha examinado la solicitud de {{organisation}} y no la ha aceptado.',
  'apply-refused.line.1': '{{reason}}',
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
  'look.subject': '{{person}} ha visto Plenary como usted',
  'look.line':
    '{{person}}, que coordina la coalición, ve durante media hora como máximo lo que usted ve en Plenary: las organizaciones, los grupos y los textos que le están abiertos. No puede cambiar nada, y no ve su dirección, sus dispositivos ni su cuenta.',
  'look.line.1': 'El motivo que dio: {{reason}}',
  'look.after':
    'Si no sabe por qué, pregúntele. También queda registrado para las demás personas que coordinan.',
};
