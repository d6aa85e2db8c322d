import { Injectable, Logger } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Readable } from 'node:stream';
import { answerWithFile, type SentFile } from './answer-with-file.js';
import type { FileEntity } from './file.entity.js';
import { FileStore, type ByteRange } from './store/file-store.js';
import { failFile } from './files.errors.js';

/** Hands out files whose readers have been judged. */
@Injectable()
export class FileDoor {
  private readonly log = new Logger('files');

  constructor(private readonly store: FileStore) {}

  /** `kept: 'for-good'` where everybody may read it. */
  async send(request: Request, response: Response, file: FileEntity, kept: SentFile['kept']): Promise<void> {
    const { id, type, bytes, name, sha256 } = file;
    if ((await this.store.size(id)) !== bytes) return this.lost(id);
    const open = async (range?: ByteRange): Promise<Readable> =>
      (await this.store.open(id, range)) ?? this.lost(id);
    await answerWithFile(request, response, { type, bytes, name, etag: sha256, kept, open });
  }

  /** The row says that it is here. Whoever runs Plenary finds the id in the log, and the file in a backup. */
  private lost(file: string): never {
    this.log.error({ code: 'file.lost', file });
    return failFile('file.lost');
  }
}
