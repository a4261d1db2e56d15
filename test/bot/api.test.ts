import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '../../core/errors.ts';
import { createOwnNumber } from '../../core/ownNumber.ts';
import { SHIPMENT_STATUSES } from '../../rules/shipments/types.ts';
import {
  type Answered,
  API_KEY,
  type Api,
  createMemoryIntake,
  eventWith,
  type MemoryIntake,
  shipmentWith,
  startApi,
} from './apiHarness.ts';

const NUMBER = createOwnNumber(1234);
const PLACE = `/shipments/${NUMBER}`;

let intake: MemoryIntake;
let api: Api;
beforeEach(async () => {
  intake = createMemoryIntake();
  api = await startApi({ intake, shipments: intake });
});
afterEach(() => api.stop());

const put = (changes: object = {}) => api.call('PUT', PLACE, { body: shipmentWith(changes) });
const post = (...events: unknown[]) => api.call('POST', `${PLACE}/events`, { body: { events } });
const expectProblem = ({ status, headers, body }: Answered, expected: number, type: string): void => {
  expect({ status, contentType: headers.get('content-type'), type: body.type, told: body.status }).toEqual({
    ...{ status: expected, type: `urn:problem:${type}`, told: expected },
    contentType: 'application/problem+json; charset=utf-8',
  });
};
const expectErrors = (answer: Answered, errors: readonly (readonly [path: string, message: RegExp])[]): void => {
  expectProblem(answer, 400, 'invalid-input');
  expect(answer.body.errors).toEqual(errors.map(([path, message]) => ({ path, message: expect.stringMatching(message) })));
};

describe('putting a shipment', () => {
  it('creates it, then replaces it, and tells back what is stored', async () => {
    const created = await put();
    expect(created.status).toBe(201);
    expect(created.body).toMatchObject({
      ...{ trackingNumber: NUMBER, orderNumber: 'SO-1', service: 'STANDARD', status: 'LABEL_CREATED', pieces: 1 },
      promisedAt: '2026-11-22T10:00:00.000Z', // 18:00 at +08:00
      recipient: { name: '李晓红', phone: '13900001234', address: { country: 'CN', city: '杭州市' } },
    });
    const british = { country: 'GB', city: 'Leeds', postcode: 'LS1 4AP' };
    const replaced = await put({ orderNumber: 'SO-2', sender: { name: 'Jo', phone: '07700 900123', address: british } });
    expect([replaced.status, replaced.body.orderNumber]).toEqual([200, 'SO-2']);
  });

  it('finds the number in lower case, with spaces and in full width', async () => {
    await put();
    const written = encodeURIComponent(` xb００${NUMBER.slice(4, 8)} ${NUMBER.slice(8)} `);
    expect((await api.call('PUT', `/shipments/${written}`, { body: shipmentWith() })).status).toBe(200);
  });

  it.each(['ABC', 'A'.repeat(41), 'XB_000001', '包裹一二三四五', '%00%00%00%00%00%00', 'XB0000/0001'])(
    'refuses the number %s',
    async (number) => {
      const answer = await api.call('PUT', `/shipments/${number.startsWith('%') ? number : encodeURIComponent(number)}`, {
        body: shipmentWith(),
      });
      expectErrors(answer, [['trackingNumber', /6 to 40/]]);
    },
  );

  // ISO 4217: CNY has two decimals, JPY none, KWD three.
  it.each([
    ['199.00', 'CNY', 19_900],
    ['0.1', 'CNY', 10],
    ['1980', 'JPY', 1980],
    ['1.234', 'KWD', 1234],
    ['7', 'kwd', 7000],
    ['99999999999.99', 'CNY', 9_999_999_999_999],
  ])('takes %s %s as %i minor units', async (amount, currency, minor) => {
    await put({ declaredValue: { amount, currency } });
    expect(intake.shipment(NUMBER)?.declaredValue).toEqual({ minor, currency: currency.toUpperCase() });
  });

  it.each([
    [{ amount: '1.999', currency: 'CNY' }, 'declaredValue.amount', /3 decimals, CNY has 2/],
    [{ amount: '100.0', currency: 'JPY' }, 'declaredValue.amount', /1 decimals, JPY has 0/],
    [{ amount: 199, currency: 'CNY' }, 'declaredValue.amount', /must be a string, not a number/],
    [{ amount: '-1.00', currency: 'CNY' }, 'declaredValue.amount', /decimal string/],
    [{ amount: '1e3', currency: 'CNY' }, 'declaredValue.amount', /decimal string/],
    [{ amount: '１９９', currency: 'CNY' }, 'declaredValue.amount', /decimal string/],
    [{ amount: '1.00', currency: 'RMB' }, 'declaredValue.currency', /ISO 4217/],
    [{ amount: '1.00' }, 'declaredValue.currency', /is required/],
  ])('refuses the money %j', async (declaredValue, path, message) => {
    expectErrors(await put({ declaredValue }), [[path, message]]);
  });

  it('lists everything that is wrong at once', async () => {
    const { sender: _sender, ...rest } = shipmentWith({
      service: 'ROCKET',
      promisedAt: '2026-11-22T18:00:00',
      pieces: 0,
      weightGrams: '1200',
    });
    const address = { country: '中国', province: '', city: '杭州', street: 'x'.repeat(301) };
    const recipient = { name: ' ', phone: '12345', address };
    expectErrors(await api.call('PUT', PLACE, { body: { ...rest, recipient, items: [{ description: 'a', quantity: 1.5 }] } }), [
      ['service', /one of EXPRESS, STANDARD, ECONOMY, INTERNATIONAL/],
      ['promisedAt', /offset, such as/],
      ['pieces', /at least 1/],
      ['weightGrams', /must be a number, not a string/],
      ['sender', /is required/],
      ['recipient.name', /must not be empty/],
      ['recipient.phone', /at least 6 digits/],
      ['recipient.address.country', /ISO 3166/],
      ['recipient.address.street', /at most 300 characters/],
      ['items[0].quantity', /whole number/],
    ]);
    expect(intake.shipment(NUMBER)).toBeUndefined();
  });

  it('takes null and blank for absent, ignores unknown fields, keeps HTML and emoji, drops what no store takes', async () => {
    const name = '<b>李晓红</b> 🎁';
    const recipient = {
      ...(shipmentWith().recipient as object),
      name: `\u0000 ${name}\ud800\u001b `,
      phone: '０１０-８８８８ １２３４转5',
    };
    const nothing = { orderNumber: '', service: null, promisedAt: null, declaredValue: null, pieces: null, customer: null, items: null };
    expect((await put({ ...nothing, recipient, colour: 'red' })).status).toBe(201);
    expect(intake.shipment(NUMBER)).toMatchObject({ service: 'STANDARD', pieceCount: 1, items: [], recipient: { name: `${name}\ufffd` } });
    expect(intake.shipment(NUMBER)?.recipient.phone).toBe('010-8888 1234转5');
    expect(intake.shipment(NUMBER)?.orderNumber).toBeUndefined();
    expect(intake.shipment(NUMBER)).not.toHaveProperty('colour');
  });
});

describe('reporting events', () => {
  beforeEach(() => put());

  it('counts what is new and what was told before', async () => {
    const first = await post(eventWith(), eventWith({ occurredAt: '2026-11-20T11:00:00+08:00', status: 'OUT_FOR_DELIVERY' }));
    expect([first.status, first.body]).toEqual([202, { accepted: 2, duplicates: 0 }]);
    // The same instant told in another zone is the same event.
    const again = await post(eventWith({ occurredAt: '2026-11-20T01:30:00Z' }), eventWith({ text: '快件已离开' }));
    expect([again.status, again.body]).toEqual([202, { accepted: 1, duplicates: 1 }]);
  });

  it('refuses nothing for a country that is blank', async () => {
    const answer = await post(eventWith({ location: { name: 'Leeds depot', city: '', country: '' } }));
    expect([answer.status, answer.body]).toEqual([202, { accepted: 1, duplicates: 0 }]);
  });

  it('takes 10,000 at once, and no more', async () => {
    const many = Array.from({ length: 10_000 }, (_, at) => eventWith({ text: `第 ${at} 站` }));
    expect((await post(...many)).body).toEqual({ accepted: 10_000, duplicates: 0 });
    expectErrors(await post(...many, eventWith()), [['events', /at most 10000 entries/]]);
    expectErrors(await post(), [['events', /at least 1 entry/]]);
  });

  it('refuses all of them for one that is wrong, naming it', async () => {
    const answer = await post(
      eventWith(),
      eventWith({ status: 'DELAYED' }),
      eventWith({ reason: 'rain' }),
      eventWith({ occurredAt: '2026-02-29T09:30:00+08:00' }),
      eventWith({ occurredAt: '2026-11-20 09:30:00' }),
      eventWith({ text: '' }),
      'IN_TRANSIT',
    );
    expectErrors(answer, [
      ['events[1].status', new RegExp(`one of ${SHIPMENT_STATUSES.join(', ')}$`)],
      ['events[2].reason', /one of carrier_damaged_parcel, /],
      ['events[3].occurredAt', /ISO 8601/], // 2026 is no leap year
      ['events[4].occurredAt', /ISO 8601/],
      ['events[5].text', /must not be empty/],
      ['events[6]', /must be an object, not a string/],
    ]);
    expect(intake.events(NUMBER)).toEqual([]);
  });

  it('takes a clock that is an hour ahead, and not one that is further', async () => {
    expect((await post(eventWith({ occurredAt: '2026-11-21T11:00:00+08:00' }))).status).toBe(202);
    const late = await post(eventWith(), eventWith({ occurredAt: '2026-11-21T11:00:01+08:00' }));
    expectErrors(late, [['events[1].occurredAt', /more than an hour in the future/]]);
  });

  it('tells the first thousand of very many problems, and how many there are', async () => {
    const { body } = await post(...Array.from({ length: 5000 }, () => eventWith({ status: 'LATE' })));
    expect([body.errors?.length, body.problemCount]).toEqual([1000, 5000]);
  });

  it('does not know a shipment that was never put', async () => {
    const place = `/shipments/${createOwnNumber(99)}`;
    expectProblem(await api.call('POST', `${place}/events`, { body: { events: [eventWith()] } }), 404, 'not-found');
    expectProblem(await api.call('GET', place), 404, 'not-found');
  });
});

describe('bodies that are none', () => {
  it.each([
    ['empty', ''],
    ['a list', '[]'],
    ['a number', '7'],
    ['null', 'null'],
    ['text', 'tracking'],
    ['cut off', '{"events": ['],
    ['very deep, and not closed', '['.repeat(1_000_000)],
    ['GBK', new Uint8Array([...Buffer.from('{"name":"'), 0xc0, 0xee, ...Buffer.from('"}')])], // 李 in GBK
  ])('refuses a body that is %s', async (_name, raw) => {
    expectProblem(await api.call('PUT', PLACE, { raw }), 400, 'not-json');
    expectProblem(await api.call('POST', `${PLACE}/events`, { raw }), 400, 'not-json');
  });

  it('does not fall over nesting', async () => {
    const deep = `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`;
    for (const raw of [`{"sender":${deep}}`, JSON.stringify(shipmentWith()).replace('{', `{"more":${deep},`)])
      expectErrors(await api.call('PUT', PLACE, { raw }), [['body', /nested deeper than 64/]]);
    const raw = JSON.stringify(shipmentWith()).replace('{', '{"more":{"a":[{}]},"__proto__":{"pieces":9},');
    expect((await api.call('PUT', PLACE, { raw })).body.pieces).toBe(1);
  });

  it('does not weigh a million values', async () => {
    const million = `[${'1,'.repeat(999_999)}1]`;
    const answer = await api.call('POST', `${PLACE}/events`, { raw: `{"events":[{"location":${million}}]}` });
    expectErrors(answer, [['body', /more than 250000 values/]]);
  });

  it.each([
    ['PUT', PLACE, 1024 * 1024],
    ['POST', `${PLACE}/events`, 8 * 1024 * 1024],
  ])('refuses what is larger than %s %s takes', async (method, path, maxBytes) => {
    const answer = await api.call(method, path, { raw: 'x'.repeat(maxBytes + 1) });
    expectProblem(answer, 413, 'body-too-large');
    expect(answer.body.maxBytes).toBe(maxBytes);
  });

  it('refuses other types, other charsets and compression', async () => {
    const types = ['application/x-www-form-urlencoded', 'text/plain', 'application/json; charset=gbk', 'application/xml'];
    for (const type of types)
      expectProblem(await api.call('PUT', PLACE, { raw: '{}', headers: { 'content-type': type } }), 415, 'unsupported-media-type');
    const zipped = await api.call('PUT', PLACE, { raw: '{}', headers: { 'content-encoding': 'gzip' } });
    expectProblem(zipped, 415, 'unsupported-media-type');
    const types2 = ['application/json;charset=UTF-8', 'application/vnd.company+json'];
    for (const type of types2)
      expect((await api.call('PUT', PLACE, { body: shipmentWith(), headers: { 'content-type': type } })).status).toBeLessThan(300);
  });
});

describe('the border', () => {
  it.each([null, '', 'Bearer', `Basic ${API_KEY}`, `Bearer ${API_KEY}x`, `Bearer ${API_KEY.slice(1)}`, API_KEY])(
    'does not open for %s',
    async (auth) => {
      const answer = await api.call('PUT', PLACE, { auth, body: shipmentWith() });
      expectProblem(answer, 401, 'unauthenticated');
      expect(answer.headers.get('www-authenticate')).toBe('Bearer');
      expect(intake.shipment(NUMBER)).toBeUndefined();
    },
  );

  it('lets an address try ten wrong keys a minute, and the right one always', async () => {
    const from = (address: string, auth: string) => api.call('GET', PLACE, { auth, headers: { 'x-forwarded-for': address } });
    for (let i = 0; i < 10; i++) expect((await from('192.0.2.1', 'Bearer wrong')).status).toBe(401);
    const refused = await from('192.0.2.1', 'Bearer wrong');
    expectProblem(refused, 429, 'rate-limited');
    expect(refused.headers.get('retry-after')).toBe('6'); // ten a minute are one in six seconds
    expect((await from('192.0.2.2', 'Bearer wrong')).status).toBe(401);
    expect((await from('192.0.2.1', `Bearer ${API_KEY}`)).status).toBe(404);
    api.clock.advance(6000);
    expect((await from('192.0.2.1', 'Bearer wrong')).status).toBe(401);
  });

  it('says what is not there and what an address does not take', async () => {
    for (const path of ['', '/', '/parcels', `${PLACE}/photos`, '/callbacks/a/b'])
      expectProblem(await api.call('GET', path), 404, 'not-found');
    for (const [method, path, allow] of [
      ['DELETE', PLACE, 'PUT, GET, HEAD'],
      ['POST', PLACE, 'PUT, GET, HEAD'],
      ['GET', `${PLACE}/events?x=1`, 'POST'],
      ['OPTIONS', '/callbacks', 'GET, HEAD'],
    ] as const) {
      const answer = await api.call(method, path);
      expectProblem(answer, 405, 'method-not-allowed');
      expect(answer.headers.get('allow')).toBe(allow);
    }
    expectProblem(await api.call('GET', '/parcels', { auth: null }), 401, 'unauthenticated');
  });

  it.each([
    ['STORE_UNAVAILABLE', 503, 'store-unavailable'],
    ['a bug', 500, 'internal'],
  ])('tells of %s without its cause', async (kind, status, type) => {
    const fail = async () => {
      throw kind === 'a bug' ? new Error('password=secret') : new AppError('STORE_UNAVAILABLE', {}, new Error('password=secret'));
    };
    const away = await startApi({ intake: { put: fail, append: fail }, shipments: { find: fail } });
    const answer = await away.call('PUT', PLACE, { body: shipmentWith() });
    await away.stop();
    expectProblem(answer, status, type);
    expect(answer.headers.get('retry-after')).toBe(status === 503 ? '5' : null);
    expect(JSON.stringify(answer.body)).not.toContain('secret');
  });
});
