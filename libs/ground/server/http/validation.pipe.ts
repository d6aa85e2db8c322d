import { ValidationPipe, type ArgumentMetadata, type ValidationError } from '@nestjs/common';
import { DomainError } from '@plenary/ground/kernel';
import { failGround, groundErrors } from './ground.errors.js';
import { brokenTextIn, withoutUnseenIn } from './whole-text.js';

/** Checks every body and query against its shape; fields that are not in it are refused, not dropped. */
export const shapeCheck = () =>
  new ShapeCheck({
    whitelist: true,
    forbidNonWhitelisted: true,
    transform: true,
    validationError: { target: false, value: false },
    exceptionFactory: (errors) =>
      new DomainError('request.invalid', groundErrors['request.invalid'].status, { field: fieldOf(errors) }),
  });

class ShapeCheck extends ValidationPipe {
  override transform(value: unknown, metadata: ArgumentMetadata) {
    if (metadata.type === 'custom') return super.transform(value, metadata) as Promise<unknown>;
    const field = brokenTextIn(value);
    if (field !== null) failGround('request.invalid', { field });
    return super.transform(withoutUnseenIn(value), metadata) as Promise<unknown>;
  }
}

/** Path of the first field that is wrong, for example `grant.right`. */
function fieldOf(errors: readonly ValidationError[]): string {
  const [first] = errors;
  if (!first) return '';
  const inner = fieldOf(first.children ?? []);
  return inner ? `${first.property}.${inner}` : first.property;
}
