/** Short forms in which a room writes down its HTTP shapes, as openapi-typescript would. */
type Wire<View> = View extends readonly (infer Item)[]
  ? Wire<Item>[]
  : View extends object
    ? { -readonly [Key in keyof View]: Wire<View[Key]> }
    : View;
type Json<View> = { content: { 'application/json': View } };
type Parameters<Query, Path> = ([Query] extends [never] ? { query?: never } : { query?: Query }) &
  ([Path] extends [never] ? { path?: never } : { path: Path }) & { header?: never; cookie?: never };
type Answers<View> = { 200: Json<Wire<View>>; default: Json<{ error: { code: string } }> };

export interface Reads<View, Query = never, Path = never> {
  parameters: Parameters<Query, Path>;
  responses: Answers<View>;
}
export interface Writes<Body, View, Path = never> {
  parameters: Parameters<never, Path>;
  requestBody: Json<Body>;
  responses: Answers<View>;
}
