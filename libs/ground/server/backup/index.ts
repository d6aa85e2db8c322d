export { checkBackup, type BackupHead } from './backup-file.js';
export { readBackup, refuseUnlessEmpty } from './read-backup.js';
export { writeBackup, type LostFiles, type Written } from './write-backup.js';
