import type { Script } from '../script.ts';

/** Numbers as people in Hong Kong and Singapore write them, in English. */
export const scripts: readonly Script[] = [
  {
    name: 'eight digits: which country is asked, and told by its name',
    locale: 'en',
    exchanges: [
      { say: 'talk to a person', hears: ['Shall I'] },
      { say: 'ok can lah', hears: ['phone number'] },
      { say: '9123 4567', hears: ['Hong Kong or Singapore', '+852 9123 4567', '+65 9123 4567'], neverHears: ['incomplete'] },
      { say: 'singapore one', hears: [/CBR-20261121-0001/, '67'] },
      { say: 'when will they call me?', hears: [/CBR-20261121-0001/, 'in the queue'] },
      { say: 'actually its 9123 4568', hears: ['Hong Kong or Singapore'] },
      { press: '+65 9123 4568', hears: [/CBR-20261121-0002/, 'number in CBR-20261121-0001 was wrong'] },
    ],
  },
  {
    name: 'a local number alone asks for a call',
    locale: 'en',
    exchanges: [
      { say: '8123 4567', hears: ['call-back to 81234567', 'Hong Kong or Singapore'] },
      { press: '+65 8123 4567', hears: [/CBR-20261121-0001/] },
    ],
  },
];
