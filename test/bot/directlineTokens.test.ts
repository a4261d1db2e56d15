import jwt from 'jsonwebtoken';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Begun, type Instance, SECRET, SESSION_SECRET, startInstance } from './directlineHarness.ts';

let instance: Instance;
let chat: Begun;
beforeEach(async () => {
  instance = await startInstance();
  chat = await instance.begin();
});
afterEach(() => instance.stop());

const activitiesOf = ({ conversationId }: Begun): string => `/conversations/${conversationId}/activities`;
const post = (body: unknown, more: { auth?: string; raw?: string } = {}) =>
  instance.call('POST', activitiesOf(chat), { auth: chat.token, body, ...more });
/** What a token says; anyone may read it. */
const claimsOf = (token: string) => JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString());

describe('tokens', () => {
  it('gives the backend a token bound to one conversation, one user and one customer', async () => {
    const body = { user: { id: 'u-7' }, customer: { externalId: 'C-42' } };
    const generated = await instance.call('POST', '/tokens/generate', { auth: SECRET, body });
    expect(generated.status).toBe(200);
    expect(generated.body.expires_in).toBe(1800);
    // `user` is the claim by which the official client knows that its own ids do not count.
    expect(claimsOf(generated.body.token!)).toMatchObject({ conv: generated.body.conversationId, sub: 'u-7', user: 'u-7' });
    const begun = await instance.call('POST', '/conversations', {
      auth: generated.body.token!,
      body: { user: { id: 'other' }, locale: 'zh-HK' },
    });
    expect(begun.status).toBe(201);
    expect(instance.store.opened(begun.body.conversationId!)).toEqual({
      id: generated.body.conversationId,
      channel: 'directline',
      userId: 'u-7',
      locale: 'zh-Hant',
      customerExternalId: 'C-42',
    });
  });

  it('answers 200 when the conversation was begun before', async () => {
    expect((await instance.call('POST', '/conversations', { auth: chat.token, body: {} })).status).toBe(200);
  });

  it('starts a conversation with the secret alone, in the language of the browser', async () => {
    const headers = { 'accept-language': 'en-GB,zh;q=0.5' };
    const begun = await instance.call('POST', '/conversations', { auth: SECRET, headers });
    expect(begun.status).toBe(201);
    expect(instance.store.opened(begun.body.conversationId!)?.locale).toBe('en');
  });

  it('keeps the ids visitors choose apart from those a backend vouches for', async () => {
    const { body } = await instance.call('POST', '/tokens/generate', { auth: SECRET });
    const begun = await instance.call('POST', '/conversations', { auth: body.token!, body: { user: { id: 'user-1' } } });
    const visitor = begun.body as unknown as Begun;
    await instance.say(visitor, 'hi', { from: { id: 'user-1' } });
    expect(instance.store.received[0]?.userId).toBe('guest:user-1');
    const seen = await instance.call('GET', activitiesOf(visitor), { auth: visitor.token });
    expect(seen.body.activities?.[0]?.from).toEqual({ id: 'user-1', role: 'user' });
    const forged = await instance.call('POST', '/tokens/generate', { auth: SECRET, body: { user: { id: 'guest:user-1' } } });
    expect(forged.status).toBe(400);
  });

  it('gives each guest a conversation of their own, whatever they call themselves', async () => {
    const begin = async (): Promise<Begun> => {
      const { body } = await instance.call('POST', '/tokens/generate', { auth: SECRET });
      const begun = await instance.call('POST', '/conversations', {
        auth: body.token!,
        body: { user: { id: 'tom' }, User: { Id: 'tom' } },
      });
      return begun.body as unknown as Begun;
    };
    const [one, other] = [await begin(), await begin()];
    for (const visitor of [one, other]) {
      const id = visitor.conversationId;
      await instance.say(visitor, 'hi', { from: { id: 'tom' } });
      expect(instance.store.opened(id)?.userId).toBe(`guest:${id}`);
      // Nor does the token, or the one it is renewed for, carry the choice.
      const refreshed = await instance.call('POST', '/tokens/refresh', { auth: visitor.token, body: { user: { id: 'tom' } } });
      for (const token of [visitor.token, refreshed.body.token!]) expect(claimsOf(token)).toMatchObject({ conv: id, sub: `guest:${id}` });
    }
  });

  it('counts a backend’s conversations each by itself, and not by the backend’s address', async () => {
    const begun = await instance.call('POST', '/conversations', { auth: SECRET, body: { user: { id: 'u-7' } } });
    const id = begun.body.conversationId!;
    await instance.call('POST', `/conversations/${id}/activities`, {
      auth: SECRET,
      body: { type: 'message', text: 'hi', from: { id: 'u-8' } },
    });
    expect(instance.store.received[0]).toMatchObject({ clientKey: `conversation:${id}`, userId: 'u-8' });
    // Whose the conversation is was fixed at its opening.
    expect(instance.store.opened(id)?.userId).toBe('u-7');
  });

  it('makes nothing of the id in a guest’s token of an older release', async () => {
    const conv = 'old-conversation';
    const claims = { conv, sub: 'guest:tom', aud: 'directline:chat', iat: 1795226400, exp: 1795228200 };
    const token = jwt.sign(claims, SESSION_SECRET, { algorithm: 'HS256' });
    expect((await instance.call('POST', '/conversations', { auth: token })).status).toBe(201);
    expect(instance.store.opened(conv)?.userId).toBe(`guest:${conv}`);
  });

  it('reads the names of properties in any case', async () => {
    for (const body of [{ User: { Id: 'u-7' } }, { USER: { ID: 'u-7' }, Customer: { ExternalID: 'C-42' } }]) {
      const generated = await instance.call('POST', '/tokens/generate', { auth: SECRET, body });
      expect(claimsOf(generated.body.token!)).toMatchObject({ sub: 'u-7', user: 'u-7', ...('USER' in body && { cust: 'C-42' }) });
      const begun = await instance.call('POST', '/conversations', { auth: SECRET, body: { ...body, Locale: 'en' } });
      expect(instance.store.opened(begun.body.conversationId!)).toMatchObject({ userId: 'u-7', locale: 'en' });
    }
    const refused = await instance.call('POST', '/tokens/generate', { auth: SECRET, body: { User: { Id: 'ＧUEST:u-7' } } });
    expect(refused.status).toBe(400);
  });

  it('renews for the page only what the page gave out, however a backend’s user is called', async () => {
    const visitor = instance.directLine.mintVisitorToken('192.0.2.1');
    const { body } = await instance.call('POST', '/tokens/generate', { auth: SECRET, body: { user: { id: visitor.userId } } });
    const again = (previousToken: string) => instance.directLine.mintVisitorToken('192.0.2.1', { previousToken }).conversationId;
    expect(again(visitor.token)).toBe(visitor.conversationId);
    expect(again(body.token!)).not.toBe(body.conversationId);
  });

  it('mints tokens for visitors of the page, so many an address', async () => {
    await instance.stop();
    instance = await startInstance({ limits: { chatsPerClient: { perSecond: 1, burst: 60 } } });
    const minted = instance.directLine.mintVisitorToken('192.0.2.1');
    expect(claimsOf(minted.token)).toMatchObject({ conv: minted.conversationId, user: minted.userId });
    for (let i = 1; i < 60; i++) instance.directLine.mintVisitorToken('192.0.2.1');
    expect(() => instance.directLine.mintVisitorToken('192.0.2.1')).toThrow('RATE_LIMITED');
    expect(instance.directLine.mintVisitorToken('192.0.2.2').userId).not.toBe(minted.userId);
  });

  it('refuses a token after 1800 seconds and a refreshed one 1800 seconds later', async () => {
    instance.clock.advance(1799_000);
    const refreshed = await instance.call('POST', '/tokens/refresh', { auth: chat.token });
    expect(refreshed.body).toMatchObject({ conversationId: chat.conversationId, expires_in: 1800 });
    instance.clock.advance(1_000);
    const late = await post({ type: 'message', text: 'late' });
    expect([late.status, late.body.type, late.headers.get('content-type')]).toEqual([
      403,
      'urn:problem:token-expired',
      'application/problem+json; charset=utf-8',
    ]);
    expect((await instance.call('POST', '/tokens/refresh', { auth: chat.token })).status).toBe(403);
    expect((await post({ type: 'message', text: 'in time' }, { auth: refreshed.body.token! })).status).toBe(200);
  });

  it('refuses a token of another conversation, a forged one and none', async () => {
    const other = await instance.begin('user-2');
    expect((await post({ type: 'message', text: 'x' }, { auth: other.token })).status).toBe(403);
    expect((await instance.call('GET', activitiesOf(chat), { auth: other.token })).status).toBe(403);
    expect((await instance.call('GET', `/conversations/${chat.conversationId}`, { auth: other.token })).status).toBe(403);
    const [header, , signature] = chat.token.split('.');
    const claims = Buffer.from(JSON.stringify({ ...claimsOf(chat.token), sub: 'someone' })).toString('base64url');
    expect((await post({ type: 'message', text: 'x' }, { auth: `${header}.${claims}.${signature}` })).status).toBe(403);
    const unsigned = Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url');
    expect((await post({ type: 'message', text: 'x' }, { auth: `${unsigned}.${claims}.` })).status).toBe(403);
    expect((await instance.call('POST', activitiesOf(chat), { body: { type: 'message' } })).status).toBe(401);
    expect(instance.store.received).toEqual([]);
  });

  it('does not take the address of a stream for a token, nor a token for an address', async () => {
    const link = new URL(chat.streamUrl).searchParams.get('t')!;
    expect((await post({ type: 'message', text: 'x' }, { auth: link })).status).toBe(403);
    expect((await instance.call('GET', `/attachments/1?t=${chat.token}`)).status).toBe(403);
  });

  it('makes tokens for the secret only, and stops guessing', async () => {
    expect((await instance.call('POST', '/tokens/generate', { auth: chat.token })).status).toBe(403);
    // Ten wrong ones at once, then one every six seconds; the right one is not made to wait for a stranger behind the same proxy.
    const guess = async (auth: string) => {
      const { status, headers } = await instance.call('POST', '/tokens/generate', { auth });
      return [status, headers.get('retry-after')];
    };
    for (let i = 0; i < 10; i++) expect(await guess(`guess-${i}`)).toEqual([403, null]);
    expect(await guess('guess-10')).toEqual([429, '6']);
    expect(await guess(SECRET)).toEqual([200, null]);
    instance.clock.advance(6000);
    expect(await guess('guess-11')).toEqual([403, null]);
  });

  it('resumes for the secret what exists, and nothing else', async () => {
    const resumed = await instance.call('GET', `/conversations/${chat.conversationId}?watermark=3`, { auth: SECRET });
    expect(claimsOf(resumed.body.token!)).toMatchObject({ conv: chat.conversationId, user: 'user-1' });
    expect(new URL(resumed.body.streamUrl!).searchParams.get('watermark')).toBe('3');
    expect((await instance.call('GET', '/conversations/nowhere', { auth: SECRET })).status).toBe(404);
    expect((await instance.call('GET', '/conversations/nowhere/activities', { auth: SECRET })).status).toBe(404);
    const said = await instance.call('POST', '/conversations/nowhere/activities', { auth: SECRET, body: { type: 'message', text: 'x' } });
    expect(said.status).toBe(404);
  });

  it('lets a generated token speak before it was started', async () => {
    const { body } = await instance.call('POST', '/tokens/generate', { auth: SECRET, body: { user: { id: 'eager' } } });
    const path = `/conversations/${body.conversationId}/activities`;
    expect((await instance.call('POST', path, { auth: body.token!, body: { type: 'message', text: 'hi', locale: 'en' } })).status).toBe(
      200,
    );
    expect(instance.store.opened(body.conversationId!)).toMatchObject({ userId: 'eager', locale: 'en' });
  });
});
