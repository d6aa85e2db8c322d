import type { Type } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { pageLimit, type CountedPage, type List, type Page } from '@plenary/ground/kernel';
import type { Exactly } from '../http/answers.js';

/** The DTO of `{ items }`: all there is of a list, for `@Answers`. */
export const ListOf = <Item>(item: Type<Item>): Type<List<Item>> =>
  once('List', item, () => {
    class ListDto implements Exactly<List<Item>, ListDto> {
      @ApiProperty({ type: [item] })
      items!: readonly Item[];
    }
    return ListDto;
  });

/** The DTO of one page of a list: `{ items, nextCursor }`. */
export const PageOf = <Item>(item: Type<Item>): Type<Page<Item>> =>
  once('Page', item, () => {
    class PageDto extends ListOf(item) implements Exactly<Page<Item>, PageDto> {
      @ApiProperty({ type: String, nullable: true })
      nextCursor!: string | null;
    }
    return PageDto;
  });

/** The DTO of one page of a list that is counted: `{ items, nextCursor, total }`. */
export const CountedPageOf = <Item>(item: Type<Item>): Type<CountedPage<Item>> =>
  once('CountedPage', item, () => {
    class CountedPageDto extends PageOf(item) implements Exactly<CountedPage<Item>, CountedPageDto> {
      @ApiProperty({
        type: Number,
        nullable: true,
        description: `How many there are in all; counted up to ${pageLimit.counted}, where it is one more. Null on later pages`,
      })
      total!: number | null;
    }
    return CountedPageDto;
  });

const made = new Map<Type, Map<string, Type>>();

/** The description of the API knows one class of a name: whoever asks again for the list of an item gets the same. */
function once<Answer>(kind: string, item: Type, make: () => Type<Answer>): Type<Answer> {
  const ofItem = made.get(item) ?? new Map<string, Type>();
  const known: Type<Answer> | undefined = ofItem.get(kind);
  if (known) return known;
  // `GroupDto` → `GroupPageDto`
  const name = item.name.replace(/(?=(Dto|View)$)/, kind.replace('Counted', ''));
  const list = Object.defineProperty(make(), 'name', { value: name });
  made.set(item, ofItem.set(kind, list));
  return list;
}
