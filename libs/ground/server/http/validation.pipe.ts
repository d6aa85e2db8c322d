import { ValidationPipe, type ValidationError } from '@nestjs/common';
import { groundErrors } from './ground.errors.js';
import { DomainError } from '@plenary/ground/kernel';

/** Checks every body and query against its shape; fields that are not in it are refused, not dropped. */
export const shapeCheck = () =>
  new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    transform: true,
    validationError: { target: false, value: false },
    exceptionFactory: (errors) =>
      new DomainError('request.invalid', groundErrors['request.invalid'].status, { field: fieldOf(errors) }),
  });

/** Path of the first field that is wrong, for example `grant.right`. */
function fieldOf(errors: readonly ValidationError[]): string {
  const [first] = errors;
  if (!first) return '';
  const inner = fieldOf(first.children ?? []);
  return inner ? `${first.property}.${inner}` : first.property;
}
