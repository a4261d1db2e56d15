/** Inline drawings, 24 units square, taking the colour of the text around them. All are decoration: the words beside them say it. */
const drawing = (inner: string): string =>
  `<svg viewBox="0 0 24 24" width="24" height="24" fill="none" stroke="currentColor" stroke-width="1.7" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false">${inner}</svg>`;

export const icons = {
  quickTrack: drawing('<path d="M12 21s-6.5-5.6-6.5-11a6.5 6.5 0 0 1 13 0c0 5.4-6.5 11-6.5 11Z"/><circle cx="12" cy="10" r="2.4"/>'),
  quickReturn: drawing('<path d="M8.5 5 5 8.5 8.5 12"/><path d="M5.5 8.5H14a5 5 0 0 1 0 10H8"/>'),
  quickComplaint: drawing(
    '<path d="M5 5h14a1.5 1.5 0 0 1 1.5 1.5v9A1.5 1.5 0 0 1 19 17h-6l-4.5 3.5V17H5a1.5 1.5 0 0 1-1.5-1.5v-9A1.5 1.5 0 0 1 5 5Z"/><path d="M12 8.2v3.4M12 14.1v.1"/>',
  ),
  quickPerson: drawing(
    '<path d="M5 13v-1.5a7 7 0 0 1 14 0V13"/><path d="M5 12.5h1.8v4.6H6A1.6 1.6 0 0 1 4.4 15.5v-1.4A1.6 1.6 0 0 1 5 12.5ZM19 12.5h-1.8v4.6H18a1.6 1.6 0 0 0 1.6-1.6v-1.4A1.6 1.6 0 0 0 19 12.5Z"/><path d="M18 17.2c0 1.9-2.2 2.8-4.6 2.8"/>',
  ),
  startOver: drawing('<path d="M19.5 12a7.5 7.5 0 1 1-2.3-5.4"/><path d="M19.8 3.8v3.7h-3.7"/>'),
  close: drawing('<path d="m6 6 12 12M18 6 6 18"/>'),
  send: drawing('<path d="M5 12 4 5.2 20.5 12 4 18.8 5 12Zm0 0h7"/>'),
  phone: drawing(
    '<path d="M7.5 4.5 10 9 8.2 10.6a11 11 0 0 0 5.2 5.2L15 14l4.5 2.5c-.3 2-1.7 3.2-3.7 3-5.6-.7-10.6-5.7-11.3-11.3-.2-2 1-3.4 3-3.7Z"/>',
  ),
} as const;

/** The carrier's mark: a parcel seen from its corner, with a star for its seal. Colours are the mark's own in both schemes. */
export const mark =
  '<svg class="mark" viewBox="0 0 40 40" width="40" height="40" aria-hidden="true" focusable="false"><rect width="40" height="40" rx="11" fill="#0b5149"/><path d="m20 8.5 11 5.7v12L20 32 9 26.2v-12Z" fill="#11695f"/><path d="m20 8.5 11 5.7L20 20 9 14.2Z" fill="#e9f3ee"/><path d="M20 20v12l11-5.8v-12Z" fill="#0f7a6d"/><path d="m14.4 11.4 11 5.7v3.4l-3.2 1.7v-3.4l-11-5.7Z" fill="#f5a524"/><path d="m31.5 4 1.3 3.7L36.5 9l-3.7 1.3-1.3 3.7-1.3-3.7L26.5 9l3.7-1.3Z" fill="#f5a524"/></svg>';
