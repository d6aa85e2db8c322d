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
    'Somebody who is signed in to your account at Plenary wants to change its address to {{email}}. If it was you, confirm it here. The new address has to confirm as well.',
  'address-old.action': 'Confirm the change',
  'address-old.after': 'If it was not you, do not confirm, and change your password at once.',
  'address-new.subject': 'Confirm your new address',
  'address-new.line':
    'This address is to become that of an account at Plenary. Confirm it here within a day. The present address has to confirm as well.',
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
    'The coordinators of {{coalition}} made an account for you. Choose a password within 14 days. After that, ask for a new e-mail on the sign-in page.',
  'welcome.action': 'Choose a password',
  'factor-added-authenticator.subject': 'A second factor was added',
  'factor-added-authenticator.line':
    'An app that shows codes was added to your account at Plenary. From now on you sign in with your password and a code. If it was not you, ask for a new password at once and tell your coordinators.',
  'factor-added-authenticator.action': 'See your account',
  'factor-added-passkey.subject': 'A passkey was added',
  'factor-added-passkey.line':
    'A passkey was added to your account at Plenary. It signs you in without a password. If it was not you, ask for a new password at once and tell your coordinators.',
  'factor-added-passkey.action': 'See your account',
  'factor-removed-authenticator.subject': 'Your second factor was removed',
  'factor-removed-authenticator.line':
    'The app that shows codes was removed from your account at Plenary. If it was not you, ask for a new password at once and tell your coordinators.',
  'factor-removed-authenticator.action': 'See your account',
  'factor-removed-passkey.subject': 'A passkey was removed',
  'factor-removed-passkey.line':
    'A passkey was removed from your account at Plenary. If it was not you, ask for a new password at once and tell your coordinators.',
  'factor-removed-passkey.action': 'See your account',
  'recovery-begun.subject': 'Somebody says that you lost your device',
  'recovery-begun.line':
    'A person of your coalition says that you lost the device with which you sign in. When a second person agrees, your second factor is removed two days later. If you have not lost it, stop this here.',
  'recovery-begun.action': 'Stop it',
  'recovery-confirmed.subject': 'In two days your second factor is removed',
  'recovery-confirmed.line':
    'Two people of your coalition say that you lost the device with which you sign in. In two days you can sign in with your password alone, and set up a new one. If you have not lost it, stop this here.',
  'recovery-confirmed.action': 'Stop it',
  'recovery-operator.subject': 'Your sign-in was reset',
  'recovery-operator.line':
    'Whoever runs this installation of Plenary has removed your second factor, signed you out everywhere, and made a link with which a new password is chosen. If you did not ask for it, tell the other coordinators at once.',
  'outside-removed.subject': 'A way to sign in was removed',
  'outside-removed.line':
    'Nobody can sign in to your account at Plenary through another provider any more. If it was not you, ask for a new password at once and tell your coordinators.',
  'outside-removed.action': 'See your account',
  'key-made.subject': 'A key for scripts was made',
  'key-made.line':
    'A key with the name “{{name}}” was made for your account at Plenary. Whoever has it can do what you can, without a password. If it was not you, end it on your account page and change your password.',
  'key-made.action': 'See your keys',
  'codes-guessed.subject': 'Somebody may have your password',
  'codes-guessed.line':
    'Somebody got past your password at Plenary and tried several wrong codes. Your second factor kept them out. If it was not you, choose a new password now.',
  'codes-guessed.action': 'Choose a new password',
  'recovery-lapsed.subject': 'The help with a lost device has ended',
  'recovery-lapsed.line':
    'Somebody said that you lost the device with which you sign in. It was not completed in time. Your second factor is as it was. If you still need help, ask for it again.',
  'outside-linked.subject': 'A new way to sign in',
  'outside-linked.line':
    'You can now sign in to your account at Plenary through {{provider}}. If it was not you, tell your coordinators at once.',
  'outside-linked.action': 'See your account',
  'left.subject': 'You have left Plenary',
  'left.line':
    'Your account is closed and your personal data is erased. What you wrote for the coalition stays, without your name. This is the last e-mail to this address.',
  'former-member': 'Former member',
};
