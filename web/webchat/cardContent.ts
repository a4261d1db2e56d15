/** The part of an Adaptive Card that is read here; the rest is the drawing's. */
export interface CardContent {
  readonly speak?: string;
  readonly actions?: readonly { readonly title?: string }[];
}
