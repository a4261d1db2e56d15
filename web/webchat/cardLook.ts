const variable = (name: string): string => `var(--${name})`;
const tone = (name: string): object => ({ default: variable(name), subtle: variable(name) });
const colours = {
  default: { default: variable('ink'), subtle: variable('ink-soft') },
  dark: { default: variable('ink'), subtle: variable('ink-soft') },
  light: { default: variable('ink-soft'), subtle: variable('ink-soft') },
  accent: tone('moving'),
  good: tone('good'),
  warning: tone('attention'),
  attention: tone('bad'),
};
const box = (name: string): object => ({ backgroundColor: variable(name), foregroundColors: colours });

const font = {
  fontFamily: variable('font'),
  fontSizes: { small: 13, default: 15, medium: 15, large: 20, extraLarge: 24 },
  fontWeights: { lighter: 400, default: 400, bolder: 650 },
};

/** How Adaptive Cards are drawn: https://learn.microsoft.com/adaptive-cards/rendering-cards/host-config */
export const hostConfig = {
  supportsInteractivity: true,
  fontFamily: variable('font'),
  fontTypes: { default: font, monospace: font },
  lineHeights: { small: 19, default: 22, medium: 24, large: 27, extraLarge: 32 },
  spacing: { none: 0, small: 4, default: 8, medium: 14, large: 20, extraLarge: 28, padding: 16 },
  separator: { lineThickness: 1, lineColor: variable('line') },
  imageSizes: { small: 40, medium: 80, large: 160 },
  containerStyles: {
    default: { backgroundColor: 'transparent', foregroundColors: colours },
    emphasis: box('neutral-box'),
    accent: box('moving-box'),
    good: box('good-box'),
    warning: box('attention-box'),
    attention: box('bad-box'),
  },
  actions: {
    maxActions: 6,
    actionsOrientation: 'vertical',
    actionAlignment: 'stretch',
    buttonSpacing: 8,
    spacing: 'medium',
    showCard: { actionMode: 'inline', inlineTopMargin: 8 },
  },
  adaptiveCard: { allowCustomStyle: false },
  factSet: { title: { weight: 'default', isSubtle: true, wrap: true, maxWidth: 120 }, value: { wrap: true }, spacing: 10 },
  textBlock: { headingLevel: 3 },
};
