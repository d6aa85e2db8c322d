import { houseRoute, rootRoute, WaitingPage } from '@plenary/ground/web';
import { createRoute, createRouter } from '@tanstack/react-router';
import { Home } from './home/Home';
import { pagesInside, pagesOutside } from './rooms';
import { BrokenPage } from './shell/Broken';
import { House } from './shell/House';
import { Lost } from './shell/Lost';

rootRoute.update({ notFoundComponent: Lost });
houseRoute.update({ component: House });
const home = createRoute({ getParentRoute: () => houseRoute, path: '/', component: Home });

export const router = createRouter({
  routeTree: rootRoute.addChildren([houseRoute.addChildren([home, ...pagesInside]), ...pagesOutside]),
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
  defaultPendingMs: 300,
  defaultPendingComponent: WaitingPage,
  defaultErrorComponent: ({ error }) => <BrokenPage error={error} />,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
