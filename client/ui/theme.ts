import {
  ActionIcon,
  Badge,
  Button,
  type CSSVariablesResolver,
  createTheme,
  type MantineColorsTuple,
  Menu,
  Modal,
  Tooltip,
} from '@mantine/core';

/** The one accent, petrol: far enough from every hue that carries a meaning. */
const petrol: MantineColorsTuple = [
  '#e8f6f8',
  '#d3eaee',
  '#a9d5dd',
  '#7bbfca',
  '#55acba',
  '#3c9faf',
  '#177f90',
  '#0b6b7a',
  '#075765',
  '#00434f',
];

/** Neutral greys with a little warmth. */
const gray: MantineColorsTuple = [
  '#faf9f7',
  '#f4f2ef',
  '#e9e6e1',
  '#dcd8d1',
  '#c6c0b7',
  '#a09a90',
  '#79736a',
  '#575249',
  '#3b3731',
  '#24211d',
];

const dark: MantineColorsTuple = [
  '#d9d6d1',
  '#bdb9b2',
  '#a09b93',
  '#706b64',
  '#4a4641',
  '#3a3733',
  '#2c2a27',
  '#21201d',
  '#191816',
  '#121110',
];

export const theme = createTheme({
  colors: { petrol, gray, dark },
  primaryColor: 'petrol',
  primaryShade: { light: 7, dark: 6 },
  black: '#24211d',
  autoContrast: true,
  luminanceThreshold: 0.32,
  respectReducedMotion: true,
  cursorType: 'pointer',
  defaultRadius: 'md',
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, Consolas, monospace',
  fontSizes: { xs: '0.75rem', sm: '0.875rem', md: '1rem', lg: '1.25rem', xl: '1.25rem' },
  lineHeights: { xs: '1.35', sm: '1.45', md: '1.5', lg: '1.35', xl: '1.35' },
  fontWeights: { regular: '400', medium: '600', bold: '600' },
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2rem' },
  radius: { xs: '4px', sm: '6px', md: '8px', lg: '8px', xl: '16px' },
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '1.25rem', lineHeight: '1.35' },
      h2: { fontSize: '1rem', lineHeight: '1.5' },
      h3: { fontSize: '0.875rem', lineHeight: '1.45' },
      h4: { fontSize: '0.875rem', lineHeight: '1.45' },
      h5: { fontSize: '0.75rem', lineHeight: '1.35' },
      h6: { fontSize: '0.75rem', lineHeight: '1.35' },
    },
  },
  components: {
    ActionIcon: ActionIcon.extend({ defaultProps: { size: 32, variant: 'subtle', color: 'gray' } }),
    Badge: Badge.extend({ defaultProps: { variant: 'light', tt: 'none', fw: 600, size: 'lg', fz: 12 } }),
    Button: Button.extend({ defaultProps: { size: 'sm' } }),
    // The placeholder is no menu item, and screen readers would hear it as one.
    Menu: Menu.extend({ defaultProps: { withInitialFocusPlaceholder: false } }),
    Modal: Modal.extend({ defaultProps: { centered: true }, styles: { title: { fontWeight: 600 } } }),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 300, withArrow: true } }),
  },
});

/** Each hue has a strong tone (icons, marks), a soft one (grounds) and ink (text on soft or on the page). */
const hues = {
  amber: { light: ['#c77700', '#fdf1dc', '#8a4b00'], dark: ['#f0a93b', '#3a2b12', '#f7c777'] },
  slate: { light: ['#5f6b7a', '#eef1f4', '#414c59'], dark: ['#97a5b5', '#272d34', '#c3cdd8'] },
  blue: { light: ['#2563c9', '#e7effc', '#1c4b9c'], dark: ['#6ea4f5', '#1a2a45', '#a6c7fa'] },
  violet: { light: ['#7648c4', '#f1eafc', '#583199'], dark: ['#b08ef0', '#2f2445', '#cdb7f7'] },
  green: { light: ['#1f8a4c', '#e4f5ea', '#14632f'], dark: ['#55c283', '#17331f', '#93dcb0'] },
  red: { light: ['#c92a2a', '#fdeaea', '#a11d1d'], dark: ['#f07575', '#421d1d', '#f7aaaa'] },
} as const;

/** What carries which hue: the families of nodes, and the three states a conversation or a call may be in. */
const meanings = {
  'family-begin': 'amber',
  'family-say': 'slate',
  'family-ask': 'blue',
  'family-decide': 'violet',
  'family-people': 'green',
  person: 'green',
  waiting: 'amber',
  bot: 'slate',
  failed: 'red',
} as const satisfies Record<string, keyof typeof hues>;

function meaningVariables(scheme: 'light' | 'dark'): Record<string, string> {
  const entries = Object.entries(meanings).flatMap(([meaning, hue]) => {
    const [strong, soft, ink] = hues[hue][scheme];
    return [
      [`--baton-${meaning}`, strong],
      [`--baton-${meaning}-soft`, soft],
      [`--baton-${meaning}-ink`, ink],
    ];
  });
  return Object.fromEntries(entries) as Record<string, string>;
}

/**
 * The variables of ours: `--baton-{meaning}`, `-soft` and `-ink` for each family of nodes
 * (`family-begin`, `-say`, `-ask`, `-decide`, `-people`) and for `person`, `waiting`, `bot`, `failed`;
 * `--baton-page`, `--baton-surface`, `--baton-sunken`, `--baton-line`, `--baton-quiet` (text) for the ground.
 */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    ...meaningVariables('light'),
    '--baton-page': '#faf9f7',
    '--baton-surface': '#ffffff',
    '--baton-sunken': '#f4f2ef',
    '--baton-line': '#e2ded8',
    '--baton-quiet': '#686259',
    '--mantine-color-dimmed': '#686259',
    '--mantine-color-placeholder': '#79736a',
    '--mantine-color-body': '#ffffff',
    '--mantine-color-error': '#c92a2a',
  },
  dark: {
    ...meaningVariables('dark'),
    '--baton-page': '#191816',
    '--baton-surface': '#21201d',
    '--baton-sunken': '#191816',
    '--baton-line': '#3a3733',
    '--baton-quiet': '#a9a49c',
    '--mantine-color-dimmed': '#a9a49c',
    '--mantine-color-placeholder': '#8f8a82',
    '--mantine-color-body': '#21201d',
    '--mantine-color-error': '#f07575',
  },
});
