import { createRootRoute, createRoute } from '@tanstack/react-router';

export const rootRoute = createRootRoute();
/** Everything behind the sign-in; the app says what stands around it. */
export const houseRoute = createRoute({ getParentRoute: () => rootRoute, id: 'house' });

/**
 * Where a page is, for who is signed in. A room says in its door what it brings to the house: `<room>Room` with its pages
 * (`inside`, `outside`) and with ways to them from a person's own page; `npm run map` lists the rooms for the app.
 */
export const inside = <Path extends string>(path: Path) =>
  ({ getParentRoute: () => houseRoute, path }) as const;

/** Where e-mails and invitations lead: pages that ask nobody to sign in first. */
export const outside = <Path extends string>(path: Path) =>
  ({ getParentRoute: () => rootRoute, path }) as const;

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** `document` gives the page the whole screen: the house steps back to a narrow rail. */
    frame?: 'document';
  }
}
