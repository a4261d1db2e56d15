/* What this folder uses of Web Chat's packages; their own declarations would need those of React 16, which nothing else here is. */

declare module 'react-16' {
  export type Element = unknown;
  export function createElement(type: unknown, props?: object | null, ...children: unknown[]): Element;
  export function useEffect(effect: () => (() => void) | undefined, dependencies: readonly unknown[]): void;
  export function useRef<T>(initial: T | null): { current: T | null };
}
declare module 'react-dom-16' {
  export function render(element: unknown, container: HTMLElement): void;
}
declare module 'botframework-webchat-component' {
  const component: unknown;
  export default component;
  export const hooks: {
    useLocalizer(): (id: string, ...values: string[]) => string;
    usePerformCardAction(): (action: { type: 'imBack' | 'openUrl'; title: string | undefined; value: string }) => void;
    useScrollToEnd(): () => void;
  };
}
declare module 'botframework-webchat-core' {
  export function createStore(initialState: object, ...middleware: unknown[]): import('../chat/webChat.ts').Store;
}
declare module 'botframework-directlinejs' {
  export const DirectLine: new (
    options: object,
  ) => import('../chat/webChat.ts').DirectLine & {
    postActivity(activity: import('./outbox.ts').Outgoing): import('./outbox.ts').Posted;
  };
}
