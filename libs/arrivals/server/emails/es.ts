import type { en } from './en.js';

export const es: typeof en = {
  'invited.subject': '{{coalition}}: invitación para actuar por {{organisation}}',
  'invited.line':
    '{{by}} le invita a participar en {{coalition}} en nombre de {{organisation}}. Allí la coalición redacta, debate y acuerda sus declaraciones conjuntas.',
  'invited.action': 'Aceptar la invitación',
  'invited.after':
    'La invitación es para esta dirección, sirve una vez y vale hasta el {{until}}. Si no sabe de qué se trata, no haga nada.',
  'invited-coalition.subject': 'Invitación a {{coalition}}',
  'invited-coalition.line':
    '{{by}} le invita a participar en {{coalition}}, donde una coalición de organizaciones redacta, debate y acuerda sus declaraciones conjuntas.',
  'invited-coalition.action': 'Aceptar la invitación',
  'invited-coalition.after':
    'La invitación es para esta dirección, sirve una vez y vale hasta el {{until}}. Si no sabe de qué se trata, no haga nada.',
  'joining.subject': 'Confirme su dirección para unirse a {{coalition}}',
  'joining.line':
    'Alguien, ojalá usted, quiere unirse a {{coalition}} con esta dirección. Confírmela en el plazo de un día y después inicie sesión con la contraseña que eligió.',
  'joining.action': 'Confirmar y unirme',
  'joining.after': 'Si no fue usted, no haga nada: no se crea ninguna cuenta.',
  'joining-known.subject': 'Ya tiene una cuenta en {{coalition}}',
  'joining-known.line':
    'Alguien, ojalá usted, quiere unirse a {{coalition}} con esta dirección, que ya tiene cuenta. Abra de nuevo la invitación e inicie sesión para aceptarla.',
  'joining-known.action': 'Abrir la invitación',
  'apply.subject': 'Confirme su solicitud a {{coalition}}',
  'apply.line':
    'Alguien, ojalá usted, solicita que {{organisation}} se una a {{coalition}}. Confirme esta dirección en tres días; solo entonces se examina la solicitud.',
  'apply.action': 'Confirmar la solicitud',
  'apply.after': 'Si no fue usted, no haga nada: la solicitud se olvida.',
  'apply-accepted.subject': '{{coalition}} ha aceptado a {{organisation}}',
  'apply-accepted.line':
    '{{coalition}} ha examinado la solicitud de {{organisation}} y la ha aceptado. {{by}} le invita a ser su punto focal: usted decidirá quién más actúa por ella.',
  'apply-accepted.action': 'Aceptar la invitación',
  'apply-accepted.after': 'La invitación es para esta dirección, sirve una vez y vale hasta el {{until}}.',
  'apply-refused.subject': 'La solicitud de {{organisation}}',
  'apply-refused.line': '{{coalition}} ha examinado la solicitud de {{organisation}} y no la ha aceptado.',
  'apply-refused.line.1': '{{reason}}',
  'application.subject': '{{organisation}} solicita unirse a {{coalition}}',
  'application.line': '{{person}} ha confirmado una solicitud de {{organisation}}. Está pendiente de examen.',
  'application.action': 'Ver las solicitudes',
};
