import {
  createTheme,
  defaultVariantColorsResolver,
  type CSSVariablesResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from '@mantine/core';

const teal: MantineColorsTuple = [
  '#eaf4f2',
  '#d3e8e5',
  '#a9d2ce',
  '#7cc0ba',
  '#4aa09c',
  '#278886',
  '#107274',
  '#0b5f63',
  '#094d51',
  '#073b3f',
];
/** Paper and ink: greys with a little warmth. */
const gray: MantineColorsTuple = [
  '#fbfaf7',
  '#f4f2ed',
  '#e9e6de',
  '#dcd8ce',
  '#c7c3b7',
  '#9d9b91',
  '#757771',
  '#545c5c',
  '#343d3f',
  '#1b2527',
];
/** Deep slate and the soft light on it. */
const dark: MantineColorsTuple = [
  '#dfe6e4',
  '#c3cdcc',
  '#9daaab',
  '#75848a',
  '#35434b',
  '#28343b',
  '#1c272d',
  '#131b1f',
  '#0e1518',
  '#0a1012',
];
const red: MantineColorsTuple = [
  '#fbeeec',
  '#f6dad6',
  '#ecb4ac',
  '#e28d82',
  '#d66a5d',
  '#c94c3f',
  '#b8382c',
  '#a32c22',
  '#87241c',
  '#6b1c16',
];
const amber: MantineColorsTuple = [
  '#fbf4e2',
  '#f5e6bf',
  '#eace86',
  '#deb655',
  '#c99a2e',
  '#a87c16',
  '#8a640d',
  '#6f5009',
  '#574007',
  '#413005',
];

export const fonts = {
  sans: "'Inter Variable', 'Noto Sans Arabic Variable', system-ui, 'Segoe UI', sans-serif",
  serif: "'Source Serif 4 Variable', 'Noto Naskh Arabic Variable', Georgia, 'Times New Roman', serif",
  mono: "ui-monospace, 'Cascadia Mono', Menlo, Consolas, monospace",
} as const;

/**
 * Words on a filled button: white on the deep shades of the light theme, ink on the light shades of the dark one. The
 * library's own choice looks at the light theme alone.
 */
const readableOnFill: VariantColorsResolver = (input) => {
  const colors = defaultVariantColorsResolver(input);
  return input.variant === 'filled' ? { ...colors, color: 'var(--plenary-on-fill)' } : colors;
};

export const theme = createTheme({
  colors: { teal, gray, dark, red, amber },
  primaryColor: 'teal',
  primaryShade: { light: 7, dark: 3 },
  autoContrast: true,
  luminanceThreshold: 0.35,
  black: '#1b2527',
  white: '#ffffff',
  fontFamily: fonts.sans,
  fontFamilyMonospace: fonts.mono,
  headings: { fontFamily: fonts.serif, fontWeight: '500' },
  fontSizes: { xs: '0.8125rem', sm: '0.9375rem', md: '0.9375rem', lg: '1.1875rem', xl: '1.875rem' },
  lineHeights: { xs: '1.45', sm: '1.55', md: '1.6', lg: '1.4', xl: '1.2' },
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2.5rem' },
  radius: { xs: '2px', sm: '4px', md: '6px', lg: '8px', xl: '12px' },
  defaultRadius: 'sm',
  // The house has its own (kit/base.css).
  focusRing: 'never',
  respectReducedMotion: true,
  cursorType: 'pointer',
  variantColorResolver: readableOnFill,
  components: {
    Button: { defaultProps: { size: 'sm' } },
    TextInput: { defaultProps: { size: 'sm' } },
    PasswordInput: { defaultProps: { size: 'sm' } },
    NativeSelect: { defaultProps: { size: 'sm' } },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray', size: 'lg' } },
    Tooltip: { defaultProps: { openDelay: 400, transitionProps: { duration: 120 } } },
    Menu: { defaultProps: { shadow: 'sm', transitionProps: { duration: 120 } } },
  },
});

/**
 * What components may use, by meaning: `--plenary-*` is the palette of the house, and Mantine's own roles are
 * set to the same values. Contrast of text on surface is at least 4.5:1 in both schemes.
 */
export const variables: CSSVariablesResolver = () => ({
  variables: {
    '--plenary-serif': fonts.serif,
    '--plenary-measure': '68ch',
    '--plenary-step': '4px',
  },
  light: {
    '--plenary-paper': '#fbfaf7',
    '--plenary-surface': '#ffffff',
    '--plenary-sunk': '#f4f2ed',
    '--plenary-ink': '#1b2527',
    '--plenary-quiet': '#545c5c',
    '--plenary-line': '#e4e0d7',
    '--plenary-line-strong': '#8b8d86',
    '--plenary-accent': '#0b5f63',
    '--plenary-accent-soft': '#e6f1ef',
    '--plenary-on-fill': '#ffffff',
    '--plenary-danger': '#a32c22',
    '--plenary-warning': '#6f5009',
    '--plenary-warning-soft': '#fbf4e2',
    '--mantine-color-body': '#fbfaf7',
    '--mantine-color-text': '#1b2527',
    '--mantine-color-dimmed': '#545c5c',
    '--mantine-color-placeholder': '#686c68',
    '--mantine-color-anchor': '#0b5f63',
    '--mantine-color-error': '#a32c22',
    '--mantine-color-default': '#ffffff',
    '--mantine-color-default-hover': '#f4f2ed',
    '--mantine-color-default-border': '#c7c3b7',
  },
  dark: {
    '--plenary-paper': '#131b1f',
    '--plenary-surface': '#192328',
    '--plenary-sunk': '#0f1619',
    '--plenary-ink': '#dfe6e4',
    '--plenary-quiet': '#a3b0b0',
    '--plenary-line': '#2a363d',
    '--plenary-line-strong': '#75848a',
    '--plenary-accent': '#7cc0ba',
    '--plenary-accent-soft': '#1b3235',
    '--plenary-on-fill': '#0e1518',
    '--plenary-danger': '#f0a298',
    '--plenary-warning': '#eace86',
    '--plenary-warning-soft': '#2c2a1e',
    '--mantine-color-body': '#131b1f',
    '--mantine-color-text': '#dfe6e4',
    '--mantine-color-dimmed': '#a3b0b0',
    '--mantine-color-placeholder': '#93a1a2',
    '--mantine-color-anchor': '#7cc0ba',
    '--mantine-color-error': '#f0a298',
    '--mantine-color-default': '#192328',
    '--mantine-color-default-hover': '#202c32',
    '--mantine-color-default-border': '#3c4b53',
  },
});
