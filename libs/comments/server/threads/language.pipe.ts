import { Injectable, type PipeTransform } from '@nestjs/common';
import { failGround } from '@plenary/ground/server';
import { languageShape } from './comments.dto.js';

/** A language in an address, as BCP 47 tag; another word names nothing. */
@Injectable()
export class LanguagePipe implements PipeTransform<unknown, string> {
  transform(value: unknown): string {
    return typeof value === 'string' && languageShape.test(value) ? value : failGround('request.not-found');
  }
}
