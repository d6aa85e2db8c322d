export const en = {
  'reset.subject': 'Choose a new password',
  'reset.line':
    'Somebody asked for a new password for your account at Plenary. If it was you, choose one here within two hours.',
  'reset.action': 'Choose a new password',
  'reset.after': 'If it was not you, do nothing: your password stays as it is.',
  'changed.subject': 'Your password was changed',
  'changed.line':
    'The password of your account at Plenary was changed, and you were signed out everywhere else. If it was not you, ask for a new password at once and tell your coordinators.',
  'changed.action': 'Ask for a new password',
  'address-old.subject': 'Your address is to change',
  'address-old.line':
    'Somebody who is signed in to your account at Plenary wants to change its address to {{email}}. Confirm it here if it was you; the new address has to confirm, too.',
  'address-old.action': 'Confirm the change',
  'address-old.after': 'If it was not you, do not confirm, and change your password at once.',
  'address-new.subject': 'Confirm your new address',
  'address-new.line':
    'This address is to become that of an account at Plenary. Confirm it here within a day; the present address has to confirm, too.',
  'address-new.action': 'Confirm this address',
  'address-new.after': 'If you know nothing of this, do nothing.',
  'address-taken.subject': 'This address has an account already',
  'address-taken.line':
    'Somebody wanted to use this address for another account at Plenary. It belongs to yours already, so nothing was changed.',
  'new-device.subject': 'A new sign-in to your account',
  'new-device.line':
    'Somebody signed in to your account at Plenary with {{device}}. If it was you, there is nothing to do. If not, end that session on your account page and change your password.',
  'new-device.action': 'See where you are signed in',
  'welcome.subject': 'Your account at {{coalition}}',
  'welcome.line':
    'The coordinators of {{coalition}} made an account for you. Choose a password within 14 days; afterwards, ask for a new letter at the sign-in.',
  'welcome.action': 'Choose a password',
};
