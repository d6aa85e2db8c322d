/** Short forms in which a room writes down its HTTP shapes, as openapi-typescript would. */
type Json<View> = { content: { 'application/json': View } };
type Parameters<Query, Path> = { query?: Query; path: Path; header?: { 'Idempotency-Key'?: string } };
type Answers<View> = { 200: Json<View>; default: Json<{ error: { code: string } }> };

export interface Reads<View, Query = never, Path = never> {
  parameters: Parameters<Query, Path>;
  responses: Answers<View>;
}
export interface Writes<Body, View, Path = never> {
  parameters: Parameters<never, Path>;
  requestBody: Json<Body>;
  responses: Answers<View>;
}
