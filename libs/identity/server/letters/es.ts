import type { en } from './en.js';

export const es: typeof en = {
  'reset.subject': 'Elija una contraseña nueva',
  'reset.line':
    'Alguien pidió una contraseña nueva para su cuenta en Plenary. Si fue usted, elíjala aquí en un plazo de dos horas.',
  'reset.action': 'Elegir una contraseña nueva',
  'reset.after': 'Si no fue usted, no haga nada: su contraseña sigue siendo la misma.',
  'changed.subject': 'Su contraseña ha cambiado',
  'changed.line':
    'La contraseña de su cuenta en Plenary ha cambiado y se han cerrado sus demás sesiones. Si no fue usted, pida de inmediato una contraseña nueva y avise a la coordinación.',
  'changed.action': 'Pedir una contraseña nueva',
  'address-old.subject': 'Su dirección va a cambiar',
  'address-old.line':
    'Alguien con sesión iniciada en su cuenta de Plenary quiere cambiar la dirección a {{email}}. Confírmelo aquí si fue usted; la dirección nueva también debe confirmar.',
  'address-old.action': 'Confirmar el cambio',
  'address-old.after': 'Si no fue usted, no confirme y cambie su contraseña de inmediato.',
  'address-new.subject': 'Confirme su dirección nueva',
  'address-new.line':
    'Esta dirección va a ser la de una cuenta en Plenary. Confírmela aquí en el plazo de un día; la dirección actual también debe confirmar.',
  'address-new.action': 'Confirmar esta dirección',
  'address-new.after': 'Si no sabe de qué se trata, no haga nada.',
  'address-taken.subject': 'Esta dirección ya tiene una cuenta',
  'address-taken.line':
    'Alguien quiso usar esta dirección para otra cuenta en Plenary. Ya pertenece a la suya, así que no ha cambiado nada.',
  'new-device.subject': 'Un nuevo inicio de sesión en su cuenta',
  'new-device.line':
    'Alguien inició sesión en su cuenta de Plenary con {{device}}. Si fue usted, no hay nada que hacer. Si no, cierre esa sesión en la página de su cuenta y cambie la contraseña.',
  'new-device.action': 'Ver dónde hay sesiones abiertas',
  'welcome.subject': 'Su cuenta en {{coalition}}',
  'welcome.line':
    'La coordinación de {{coalition}} ha creado una cuenta para usted. Elija una contraseña en 14 días; después, pida otra carta en el inicio de sesión.',
  'welcome.action': 'Elegir una contraseña',
};
