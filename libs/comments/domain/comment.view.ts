/** A line of the list. */
export interface CommentView {
  readonly id: string;
  readonly name: string;
  readonly createdAt: string;
}
