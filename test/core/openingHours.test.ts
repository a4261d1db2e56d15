import { describe, expect, it } from 'vitest';
import { parseOpeningHours } from '../../core/openingHours.ts';

describe('opening hours', () => {
  it('read days, ranges of days and several hours a day', () => {
    const nine = [{ from: '09:00', to: '12:00' }];
    expect(parseOpeningHours('24x7')).toBe('24x7');
    expect(parseOpeningHours('Mon-Tue 09:00-12:00; sat 10:00-11:00,12:00-13:00')).toEqual({
      mon: nine,
      tue: nine,
      sat: [
        { from: '10:00', to: '11:00' },
        { from: '12:00', to: '13:00' },
      ],
    });
  });

  it('go over the weekend where the range does', () => {
    expect(Object.keys(parseOpeningHours('Sat-Mon 09:00-12:00') ?? {}).sort()).toEqual(['mon', 'sat', 'sun']);
  });

  it.each(['', 'always', 'Mon 9-12', 'Mon-Fri', 'Mon 09:00-12:00;;', 'Funday 09:00-12:00'])('are none in “%s”', (text) => {
    expect(parseOpeningHours(text)).toBeUndefined();
  });
});
