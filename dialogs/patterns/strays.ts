import { SAMPLES } from '../samples.ts';
import type { Script } from '../script.ts';

/** What fits no question and no flow, and must not be lost or met with a menu. */
export const scripts: readonly Script[] = [
  {
    name: 'one thing taken back and another said does not throw the intake away',
    locale: 'en',
    exchanges: [
      { say: `complaint: the shoes came damaged ${SAMPLES.delivered}`, hears: ['four digits'] },
      { say: '1234', hears: ['What would put it right'] },
      { press: 'Compensation', hears: ['worth'] },
      { say: 'about 80 pounds', hears: ['Shall I put down GBP 80.00?'], neverHears: ['what they cost'] },
      { say: 'no wait 90 pounds', hears: ['GBP 90.00', 'what they cost'], neverHears: ["I've stopped"] },
    ],
  },
  {
    name: 'no invoice and no photo are not coming: nobody is asked to send them',
    locale: 'en',
    exchanges: [
      { say: `complaint: the shoes came damaged ${SAMPLES.delivered}`, hears: ['four digits'] },
      { say: '1234', hears: ['What would put it right'] },
      { press: 'Compensation', hears: ['worth'] },
      { say: 'about 80 pounds', hears: ['Shall I put down GBP 80.00?'] },
      { press: "That's right", hears: ['Value noted: GBP 80.00', 'what they cost'] },
      {
        say: 'i have no invoice, no photo either',
        hears: ['CMP-20261121-0001', 'no proof so far'],
        neverHears: ['please send the picture'],
      },
    ],
  },
  {
    name: 'told without a question after the ticket: it may be added',
    locale: 'en',
    exchanges: [
      { say: `complaint: ${SAMPLES.delivered} arrived crushed and the cups are broken`, hears: ['four digits'] },
      { say: '1234', hears: ['What would put it right'] },
      { press: 'An apology', hears: ['CMP-20261121-0001'] },
      { say: `where is ${SAMPLES.inTransit}`, hears: ['Jiaxing'] },
      { say: 'my bank is hang seng', hears: ['belong to CMP-20261121-0001', 'Add it'] },
      { press: 'Add it', hears: ['CMP-20261121-0001', /[Aa]dded/] },
    ],
  },
  {
    name: 'thanks before a question are no thanks alone',
    locale: 'en',
    exchanges: [{ say: `thanks, where is ${SAMPLES.inTransit}`, hears: ['Jiaxing'], neverHears: ["You're welcome"] }],
  },
  {
    name: 'no at the choices on the screen: they are shown once more',
    locale: 'en',
    exchanges: [
      { say: 'my order', hears: ['Track a parcel'] },
      { say: "i don't know", hears: ['other words', 'Track a parcel', 'Something else'] },
    ],
  },
];
