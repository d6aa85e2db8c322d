import { applyDecorators, HttpCode, type Type } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';

/**
 * What the DTO of an answer has to be: all of its view, and nothing besides.
 * `class GroupDto implements Exactly<GroupView, GroupDto>` compiles only while the two are one shape.
 */
export type Exactly<View, Dto> = View & { readonly [Extra in Exclude<keyof Dto, keyof View>]: never };

/** Something if the two are one shape, nothing that could be given if not. */
type Same<One, Other> = [One, Other] extends [Other, One] ? unknown : never;

type AnswerDecorator<Dto> = <Handler extends (...asked: never[]) => Dto | Promise<Dto>>(
  target: object,
  name: string | symbol,
  handler: TypedPropertyDescriptor<Handler> & Same<Dto, Awaited<ReturnType<Handler>>>,
) => void;

/** A table of words, numbers and yes or no, for `@ApiProperty`. */
export const plainTable = {
  type: 'object' as const,
  additionalProperties: { oneOf: [{ type: 'string' }, { type: 'number' }, { type: 'boolean' }] },
};

/**
 * What a handler answers when all goes well, and with which status. The description of the API says so, and the handler
 * compiles only if it returns this.
 */
export const Answers = <Dto extends object>(
  type: Type<Dto>,
  status: 200 | 201 | 202 = 200,
): AnswerDecorator<Dto> => applyDecorators(HttpCode(status), ApiResponse({ status, type }));
