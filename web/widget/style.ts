/** Inside the shadow root, so that the host site's rules do not reach it; `all: initial` stops what is inherited. */
export const style = `
:host { all: initial; }
* { box-sizing: border-box; }
.frame {
  position: fixed; z-index: 2147483000; right: 24px; bottom: 96px; width: 400px; height: min(680px, calc(100dvh - 120px));
  border: 0; border-radius: 24px; background: #f3f1ea; color-scheme: light dark;
  box-shadow: 0 1px 3px rgb(15 40 35 / 12%), 0 24px 60px -12px rgb(15 40 35 / 38%);
}
.frame[hidden] { display: none; }
.button {
  position: fixed; z-index: 2147483000; right: calc(24px + env(safe-area-inset-right)); bottom: calc(24px + env(safe-area-inset-bottom));
  display: grid; place-items: center; width: 60px; height: 60px; padding: 0; border: 0; border-radius: 22px;
  background: #0b5149; color: #fff; cursor: pointer; box-shadow: 0 10px 28px -6px rgb(11 81 73 / 60%);
  font: 700 13px/1 system-ui, "PingFang SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif;
  transition: transform .15s, background .15s;
}
.button:hover { background: #0f6a5f; transform: translateY(-2px); }
.button:focus-visible { outline: 3px solid #f5a524; outline-offset: 3px; }
.button svg { width: 30px; height: 30px; }
.badge {
  position: absolute; top: -6px; right: -6px; min-width: 24px; height: 24px; padding: 0 6px; border: 2px solid #fff;
  border-radius: 12px; background: #c02a1d; color: #fff; line-height: 20px; text-align: center;
}
.badge[hidden] { display: none; }
@media (max-width: 560px), (max-height: 480px) {
  .frame { inset: 0; width: 100%; height: 100dvh; border-radius: 0; }
  .frame:not([hidden]) ~ .button { display: none; }
}
@media (prefers-reduced-motion: reduce) { .button { transition: none; } }
@media (prefers-color-scheme: dark) { .frame { background: #0d1513; } .button { box-shadow: 0 0 0 1px rgb(255 255 255 / 16%), 0 10px 28px -6px #000; } }
`;

const drawing = (path: string): string =>
  `<svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${path}</svg>`;

/** A speech bubble holding a parcel; a downward arrow. */
export const drawings = {
  open: drawing(
    '<path d="M12 3c5 0 9 3.4 9 7.8s-4 7.8-9 7.8c-.9 0-1.7-.1-2.5-.3L5 20.8v-4A7.3 7.3 0 0 1 3 10.8C3 6.4 7 3 12 3Z"/><path d="m12 7 3.6 1.9v3.8L12 14.6l-3.6-1.9V8.9Z"/><path d="m8.4 8.9 3.6 1.9 3.6-1.9M12 10.8v3.8"/>',
  ),
  close: drawing('<path d="m6 9.5 6 6 6-6"/>'),
};
