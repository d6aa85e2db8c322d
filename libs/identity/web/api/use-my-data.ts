import { answerOf } from '@plenary/ground/web';
import { useQuery } from '@tanstack/react-query';
import { api } from './identity-api';

/** What the export holds of the account; each room adds a part under its name, which it reads by itself. */
export interface MyData extends Readonly<Record<string, unknown>> {
  readonly madeAt: string;
  readonly account: {
    readonly displayName: string;
    readonly fullName: string | null;
    readonly email: string;
    readonly language: string;
    readonly languages: readonly string[];
    readonly timeZone: string | null;
    readonly createdAt: string;
  };
  readonly sessions: readonly {
    readonly kind: string;
    readonly label: string | null;
    readonly last_used_at: string;
  }[];
  readonly passkeys: readonly { readonly name: string; readonly created_at: string }[];
  readonly outside: readonly { readonly issuer: string }[];
  readonly acts: readonly { readonly at: string }[];
}

/** All that Plenary holds about the signed-in person. Asked for once: it is much, and counted. */
export function useMyData() {
  return useQuery({
    queryKey: ['me', 'export'],
    queryFn: ({ signal }) => answerOf(api.GET('/api/me/export', { signal })),
    select: (data) => data as unknown as MyData,
    staleTime: 300_000,
    gcTime: 300_000,
  });
}
