import { apiFor, type components, type paths } from '@plenary/ground/web';

type Shapes = components['schemas'];

export type MeView = Shapes['MeView'];
export type SessionView = Shapes['SessionView'];
export type TokenView = Shapes['TokenView'];
export type DemoSignIn = Shapes['DemoSignInView'];

export const api = apiFor<paths>();

export const meKey = ['me'] as const;
export const demoKey = ['demo'] as const;
