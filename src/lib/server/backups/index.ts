/**
 * Backups: the data folder as one file, and back.
 *
 * A backup is a gzipped tar that says of itself what it is, then holds the files, and ends with
 * their checksums: who has no Labwright can unpack it and ask `sha256sum -c SHA256SUMS`. Knows
 * nothing of what the files mean.
 */
export { backUp, type BackupMade, type BackupToMake } from './back-up.ts';
export { restore, type RestoreDone, type RestoreToDo } from './restore.ts';
