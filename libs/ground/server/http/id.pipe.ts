import { Injectable, type PipeTransform } from '@nestjs/common';
import { ValidateBy, type ValidationOptions } from 'class-validator';
import { isId } from '@plenary/ground/kernel';
import { failGround } from './ground.errors.js';

/**
 * An id in an address. One spelling alone is taken, in small letters: PostgreSQL would find a row by capitals, too,
 * and whatever compares ids as text (who am I, whose socket is it, what does this event concern) would not.
 */
@Injectable()
export class IdPipe implements PipeTransform<unknown, string> {
  transform(value: unknown): string {
    return isId(value) ? value : failGround('request.malformed');
  }
}

/** The number of a row in an address, as PostgreSQL gives them; another names nothing. */
@Injectable()
export class NumberPipe implements PipeTransform<unknown, string> {
  transform(value: unknown): string {
    const isNumber = typeof value === 'string' && /^[1-9][0-9]{0,17}$/.test(value);
    return isNumber ? value : failGround('request.not-found');
  }
}

/** An id in a field of a body or query. */
export const IsId = (options?: ValidationOptions): PropertyDecorator =>
  ValidateBy({ name: 'isId', validator: { validate: isId } }, options);
