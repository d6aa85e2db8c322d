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
    'La coordinación de {{coalition}} ha creado una cuenta para usted. Elija una contraseña en 14 días. Después, pida otro correo en la página de inicio de sesión.',
  'welcome.action': 'Elegir una contraseña',
  'factor-added-authenticator.subject': 'Un segundo factor añadido',
  'factor-added-authenticator.line':
    'Se añadió a su cuenta de Plenary una aplicación que muestra códigos. Desde ahora se entra con la contraseña y un código. Si no fue usted, pida enseguida una contraseña nueva y avise a la coordinación.',
  'factor-added-authenticator.action': 'Ver su cuenta',
  'factor-added-passkey.subject': 'Se añadió una llave de acceso',
  'factor-added-passkey.line':
    'Se añadió una llave de acceso a su cuenta de Plenary. Permite entrar sin contraseña. Si no fue usted, pida enseguida una contraseña nueva y avise a la coordinación.',
  'factor-added-passkey.action': 'Ver su cuenta',
  'factor-removed-authenticator.subject': 'Se quitó su segundo factor',
  'factor-removed-authenticator.line':
    'Se quitó de su cuenta de Plenary la aplicación que muestra códigos. Si no fue usted, pida enseguida una contraseña nueva y avise a la coordinación.',
  'factor-removed-authenticator.action': 'Ver su cuenta',
  'factor-removed-passkey.subject': 'Se quitó una llave de acceso',
  'factor-removed-passkey.line':
    'Se quitó una llave de acceso de su cuenta de Plenary. Si no fue usted, pida enseguida una contraseña nueva y avise a la coordinación.',
  'factor-removed-passkey.action': 'Ver su cuenta',
  'recovery-begun.subject': 'Alguien dice que perdió su dispositivo',
  'recovery-begun.line':
    'Una persona de su coalición dice que usted perdió el dispositivo con el que entra. Cuando otra persona lo confirme, su segundo factor se quitará dos días después. Si no lo ha perdido, deténgalo aquí.',
  'recovery-begun.action': 'Detenerlo',
  'recovery-confirmed.subject': 'En dos días se quita su segundo factor',
  'recovery-confirmed.line':
    'Dos personas de su coalición dicen que usted perdió el dispositivo con el que entra. En dos días podrá entrar solo con la contraseña y configurar otro. Si no lo ha perdido, deténgalo aquí.',
  'recovery-confirmed.action': 'Detenerlo',
  'recovery-operator.subject': 'Se restableció su inicio de sesión',
  'recovery-operator.line':
    'Quien administra esta instalación de Plenary quitó su segundo factor, cerró todas sus sesiones e hizo un enlace para elegir una contraseña nueva. Si no lo pidió, avise enseguida a las demás personas que coordinan.',
  'outside-removed.subject': 'Se quitó una forma de entrar',
  'outside-removed.line':
    'Ya no se puede entrar en su cuenta de Plenary a través de otro proveedor. Si no fue usted, pida enseguida una contraseña nueva y avise a quienes coordinan.',
  'outside-removed.action': 'Ver su cuenta',
  'key-made.subject': 'Se hizo una clave para programas',
  'key-made.line':
    'Se hizo una clave con el nombre «{{name}}» para su cuenta de Plenary. Quien la tenga puede hacer lo que usted, sin contraseña. Si no fue usted, termínela en la página de su cuenta y cambie su contraseña.',
  'key-made.action': 'Ver sus claves',
  'codes-guessed.subject': 'Puede que alguien tenga su contraseña',
  'codes-guessed.line':
    'Alguien pasó su contraseña en Plenary y probó varios códigos equivocados. Su segundo factor le cerró el paso. Si no fue usted, elija ahora una contraseña nueva.',
  'codes-guessed.action': 'Elegir una contraseña nueva',
  'recovery-lapsed.subject': 'Terminó la ayuda por un dispositivo perdido',
  'recovery-lapsed.line':
    'Alguien dijo que usted perdió el dispositivo con el que entra. No se completó a tiempo. Su segundo factor está como estaba. Si aún necesita ayuda, pídala de nuevo.',
  'outside-linked.subject': 'Una nueva forma de entrar',
  'outside-linked.line':
    'Ahora se puede entrar en su cuenta de Plenary mediante {{provider}}. Si no fue usted, avise enseguida a la coordinación.',
  'outside-linked.action': 'Ver su cuenta',
  'left.subject': 'Ha salido de Plenary',
  'left.line':
    'Su cuenta está cerrada y se borraron sus datos personales. Lo que escribió para la coalición queda, sin su nombre. Este es el último correo a esta dirección.',
  'former-member': 'Antigua persona integrante',
};
