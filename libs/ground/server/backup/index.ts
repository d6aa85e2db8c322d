export { checkBackup, type BackupHead } from './backup-file.js';
export { readBackup, refuseUnlessEmpty } from './read-backup.js';
export { writeBackup, type Written } from './write-backup.js';
